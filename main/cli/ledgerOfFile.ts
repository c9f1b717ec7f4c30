import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import { collectedFenOf, type LedgerProject, type LedgerStyle } from '../../shared/entities/ledger.ts';
import type { LedgerSummaryRow } from '../../shared/entities/tableReading.ts';
import { isFine } from './isFine.ts';
import { nothingRead } from './nothingRead.ts';
import { tableProblems } from './tableProblems.ts';

type Totals = NonNullable<LedgerProject['printedTotals']>;

/** One file as `ledger read` and `ledger import` print it. */
export interface LedgerOfFile {
  readonly file: string;
  readonly ok: boolean;
  /** Of its first sheet; null when there is none. */
  readonly style: LedgerStyle | null;
  readonly projects: readonly (Omit<LedgerProject, 'id' | 'printedTotals' | 'claimedFen'> & {
    /** As the sheet's own 合计 says; its rows added up where it has none. */
    readonly totals: Totals;
  })[];
  /** Rows of the 汇总表. */
  readonly summary: readonly LedgerSummaryRow[];
  readonly problems: readonly FileProblem[];
}

export function ledgerOfFile(file: string, reading: FileReading): LedgerOfFile {
  const { ledger, summary, tables, problems } = reading;
  const all = [
    ...problems,
    ...tableProblems(tables.filter(({ mapping }) => mapping.kind !== 'invoice-list')),
  ];
  const isRead = ledger.length + summary.length > 0;
  if (!isRead && all.every(({ severity }) => severity !== 'error')) all.push(nothingRead('ledger', reading));
  return {
    file,
    ok: isRead && isFine(all),
    style: ledger[0]?.style ?? null,
    projects: ledger.map(({ id: _, printedTotals, claimedFen: __, ...project }) => ({
      ...project,
      totals: printedTotals ?? totalsOf(project.rows),
    })),
    summary,
    problems: all,
  };
}

function totalsOf(rows: LedgerProject['rows']): Totals {
  const details: Totals['details'] = {};
  let [voucherFen, collectedFen] = [0, 0];
  for (const row of rows) {
    voucherFen += row.voucherFen ?? 0;
    collectedFen += collectedFenOf(row) ?? 0;
    for (const [cost, fen] of Object.entries(row.details)) {
      const key = cost as keyof Totals['details'];
      details[key] = (details[key] ?? 0) + fen;
    }
  }
  return { voucherFen, collectedFen, details };
}
