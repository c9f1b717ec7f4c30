import type { Attachment } from '../../../../shared/entities/attachment.ts';
import type { InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import { type Turn, uprightTurn } from '../../../evidence/uprightTurn.ts';

/** Ids of files that were turned by hand, with the turn they were given. */
export type TurnsByHand = ReadonlyMap<string, Turn>;

/** How a page is shown: as a hand turned it, even where that is not upright, else upright. */
export function shownTurn(
  file: Attachment,
  page: number,
  readings: readonly InvoiceReading[],
  byHand: TurnsByHand,
): Turn {
  return byHand.get(file.id) === file.rotate ? file.rotate : uprightTurn(file, page, readings);
}

/** Without those whose file is turned otherwise now (undo): back at no turn it is nobody's wish any more. */
export function stillByHand(byHand: TurnsByHand, files: readonly Attachment[]): TurnsByHand {
  const left = files.filter(({ id, rotate }) => byHand.get(id) === rotate);
  return left.length === byHand.size ? byHand : new Map(left.map(({ id, rotate }) => [id, rotate]));
}
