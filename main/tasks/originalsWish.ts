import type { Call } from '../../shared/calls/schema/call.ts';
import { holdsData } from '../../shared/entities/attachment.ts';
import { evidenceKinds } from '../../shared/evidence/kindOfReading.ts';
import type { ReadingWish } from './readWanted.ts';

/**
 * Reads only what could be an electronic original (XML, spreadsheet) among the invoices or ledgers: whether it is one
 * decides whether it may stay beside the bound pages. Kinds stay as they were said.
 */
export function originalsWish(call: Call): ReadingWish {
  const { invoices, ledger } = evidenceKinds(call);
  return {
    mappings: [],
    isWanted: ({ kind }, sniffedType) => (kind === invoices || kind === ledger) && holdsData({ sniffedType }),
    kindOf: ({ kind }) => kind,
  };
}
