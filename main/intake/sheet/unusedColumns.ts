import { assertNever } from '../../../shared/assertNever.ts';
import type { ColumnMeaning, TableKind } from '../../../shared/entities/tableReading.ts';
import { meaningOf } from './headRule.ts';
import { INVOICE_EXTRAS, INVOICE_HEADS } from './invoiceHeads.ts';
import { costOfHeads, LEDGER_HEADS, REPEATING_COST, SUMMARY_HEADS } from './ledgerHeads.ts';
import { plainHead } from './plainHead.ts';
import type { Table } from './recogniseTable.ts';
import { cellAt } from './sheet.ts';

/**
 * Heads of the columns that hold something in a row of data, are not read, and are not known to be of no use: what a
 * person may miss in the rows. None where a person said what each column holds.
 * @param rows rows of data, from 0
 */
export function unusedColumns(table: Table, rows: readonly number[]): readonly string[] {
  const { block, heads, mapping, isChosen, sheet } = table;
  if (isChosen) return [];
  return heads.filter((head, column) => {
    const isRead = mapping.columns[column] != null;
    if (isRead || head === '' || isOfNoUse(mapping.kind, (block.paths[column] ?? []).map(plainHead)))
      return false;
    return rows.some((row) => (cellAt(sheet, row, column)?.text ?? '') !== '');
  });
}

const EXTRAS: readonly string[] = Object.values(INVOICE_EXTRAS).flat();

/** Columns that lists of programs hold besides, and those that repeat what another tells. */
function isOfNoUse(kind: TableKind, path: readonly string[]): boolean {
  const leaf = path.at(-1) ?? '';
  switch (kind) {
    case 'invoice-list': {
      const meaning = meaningOf(INVOICE_HEADS, path);
      // The day of the entry, beside the invoice's own.
      return meaning === null || meaning === 'issuedOn' || EXTRAS.includes(leaf);
    }
    case 'ledger':
    case 'ledger-summary': {
      const rules = kind === 'ledger' ? LEDGER_HEADS : SUMMARY_HEADS;
      // Amounts of a ledger stand in several sums: one that is left out is told by its parts.
      return (
        meaningOf<ColumnMeaning | null>(rules, path) !== undefined ||
        REPEATING_COST.test(leaf) ||
        costOfHeads(path, '') !== null
      );
    }
    default:
      return assertNever(kind);
  }
}
