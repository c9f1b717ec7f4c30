import type { LedgerProject } from '../../../shared/entities/ledger.ts';
import { addTotals } from './ledgerTotals.ts';

/** A sub-ledger as one sheet tells it. */
export type SheetProject = {
  readonly sheet: string;
  /** The heads, as one text. */
  readonly signature: string;
  readonly project: LedgerProject;
};

const MONTH = /(?:^|\D)(1[0-2]|0?[1-9])\s*月|^(?:20\d{2}[-.年])?(1[0-2]|0?[1-9])$/;

/**
 * Joins the sheets of one project's months into one sub-ledger: sheets named after months whose heads, project, year
 * and kind of expense agree. Sheets that are not named so stay apart, even with the same project: 自主 and 委托 do.
 */
export function joinMonthlySheets(sheets: readonly SheetProject[]): readonly LedgerProject[] {
  const joined: { readonly key: string | null; project: LedgerProject }[] = [];
  for (const sheet of sheets) {
    const key = keyOf(sheet);
    const found = key === null ? undefined : joined.find((one) => one.key === key);
    if (found === undefined) joined.push({ key, project: sheet.project });
    else found.project = together(found.project, sheet.project);
  }
  return joined.map(({ project }, index) => ({
    ...project,
    id: `project-${index + 1}`,
    rows: project.rows.map((row, at) => ({ ...row, id: `row-${index + 1}-${at + 1}` })),
  }));
}

function keyOf({ sheet, signature, project }: SheetProject): string | null {
  const { style, code, name, year, expenseType } = project;
  if (!MONTH.test(sheet) || (code === '' && name === '')) return null;
  return JSON.stringify([signature, style, code, name, year, expenseType]);
}

function together(first: LedgerProject, next: LedgerProject): LedgerProject {
  return {
    ...first,
    status: next.status === '' ? first.status : next.status,
    rows: [...first.rows, ...next.rows],
    printedTotals: sumOf(first.printedTotals, next.printedTotals),
  };
}

type Totals = LedgerProject['printedTotals'];

/** Months with a 合计 each make the year's; where one has none there is nothing to compare. */
function sumOf(first: Totals, next: Totals): Totals {
  return first === null || next === null ? null : addTotals(first, next);
}
