import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { LedgerCost } from '../../../shared/entities/ledger.ts';
import type { LedgerSummaryRow } from '../../../shared/entities/tableReading.ts';
import { rowReader, type TableRow } from '../sheet/readRows.ts';
import type { Table } from '../sheet/recogniseTable.ts';
import { rowRole } from '../sheet/rowRole.ts';

export type LedgerSummary = {
  readonly summary: readonly LedgerSummaryRow[];
  readonly problems: readonly FileProblem[];
  readonly rows: readonly number[];
};

/** Reads a 汇总表 of either style: what it tells was collected for each project, before the caps of the tax law. */
export function readLedgerSummary(table: Table): LedgerSummary {
  const { sheet, mapping } = table;
  const reader = rowReader(table);
  const summary: LedgerSummaryRow[] = [];
  const rows: number[] = [];
  for (let row = mapping.headRow + 1; row < sheet.rows.length; row += 1) {
    if (rowRole(table, row) !== 'data') continue;
    const line = reader.rowAt(row);
    const [code, name] = [line.text('code'), line.text('name')];
    if (code === '' && name === '') continue;
    const totalFen = totalOf(line);
    if (totalFen === null) continue;
    summary.push({ code, name, totalFen });
    rows.push(row);
  }
  return { summary, problems: reader.problems(), rows };
}

function totalOf(line: TableRow): number | null {
  const total = line.money('totalFen');
  if (total !== null) return total;
  const costs = LedgerCost.options.flatMap((cost) => line.money(`cost.${cost}`) ?? []);
  return costs.length === 0 ? null : costs.reduce((sum, fen) => sum + fen, 0);
}
