import { yuan } from './makeInvoices.ts';
import type { LedgerShape } from './makeLedger.ts';

const COLUMNS = ['personnel', 'materials', 'depreciation', 'amortisation', 'design', 'other'] as const;

function amount(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? '' : yuan(fen);
}

/** What the ledger template prints. */
export function ledgerPrintData(name: string, projects: readonly LedgerShape[]): unknown {
  return {
    name,
    projects: projects.map((project) => {
      const { voucherFen, details } = project.printedTotals;
      const credit = project.rows.reduce((sum, row) => sum + (row.creditFen ?? 0), 0);
      return {
        name: project.name,
        code: project.code,
        type: project.expenseType,
        status: project.status,
        year: project.year,
        opening: yuan(project.openingFen),
        rows: project.rows.map((row) => [
          String(Number(row.date.slice(5, 7))),
          String(Number(row.date.slice(8, 10))),
          `${row.voucherKind}${row.voucherNumber}`,
          row.summary,
          amount(row.voucherFen),
          amount(row.creditFen),
          row.balanceSide,
          yuan(row.balanceFen),
          ...COLUMNS.map((column) => amount(row.details[column])),
        ]),
        totals: [
          yuan(voucherFen),
          credit === 0 ? '' : yuan(credit),
          project.rows.at(-1)?.balanceSide ?? '平',
          yuan(project.rows.at(-1)?.balanceFen ?? 0),
          ...COLUMNS.map((column) => yuan(details[column])),
        ],
      };
    }),
  };
}
