import type { IsoDate } from '../../../shared/entities/dates.ts';
import { dateOfText } from '../sheet/dateOfText.ts';

/** A day as invoices write it: as ledgers do, or as a moment without separators, `20240528091233`. Null for all else. */
export function dateOf(text: string): IsoDate | null {
  return dateOfText(text.trim().replace(/^(\d{8})\d{6}(\d{3})?$/, '$1'));
}
