import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { LedgerProject } from '../../../shared/entities/ledger.ts';
import { SHEET_PROBLEMS } from '../sheet/sheetProblems.ts';
import { addTotals } from './ledgerTotals.ts';
import { monthsOfName } from './monthsOfName.ts';

/** A sub-ledger as one sheet tells it. */
export type SheetProject = {
  readonly sheet: string;
  /** The heads, as one text. */
  readonly signature: string;
  readonly project: LedgerProject;
};

export type JoinedSheets = {
  readonly ledger: readonly LedgerProject[];
  readonly problems: readonly FileProblem[];
};

/** Sheets that are one sub-ledger. */
type Joined = {
  /** What its sheets have in common; null for a sheet that is never joined. */
  readonly key: string | null;
  readonly months: readonly number[];
  readonly sheet: string;
  readonly project: LedgerProject;
};

/**
 * Joins the sheets of one project's months into one sub-ledger: sheets named after months whose heads, project, year
 * and kind of expense agree. A month is joined once: a sheet that names one again (1-12月 behind those of its months)
 * stays apart, and that is told. Sheets that are not named so stay apart, even with the same project: 自主 and 委托 do.
 */
export function joinMonthlySheets(sheets: readonly SheetProject[]): JoinedSheets {
  const joined: Joined[] = [];
  const problems: FileProblem[] = [];
  for (const next of sheets.map(alone)) {
    const alike = joined.filter(({ key }) => key !== null && key === next.key);
    const found = alike.find(({ months }) => !months.some((month) => next.months.includes(month)));
    if (found !== undefined) joined[joined.indexOf(found)] = together(found, next);
    else {
      const [first] = alike;
      if (first !== undefined) problems.push(SHEET_PROBLEMS.monthsRepeated(next.sheet, first.sheet));
      joined.push(next);
    }
  }
  const ledger = joined.map(({ project }, index) => ({
    ...project,
    id: `project-${index + 1}`,
    rows: project.rows.map((row, at) => ({ ...row, id: `row-${index + 1}-${at + 1}` })),
  }));
  return { ledger, problems };
}

function alone({ sheet, signature, project }: SheetProject): Joined {
  const { style, code, name, year, expenseType } = project;
  const months = monthsOfName(sheet);
  const isJoined = months.length > 0 && (code !== '' || name !== '');
  const key = isJoined ? JSON.stringify([signature, style, code, name, year, expenseType]) : null;
  return { key, months, sheet, project };
}

function together(first: Joined, next: Joined): Joined {
  const project = projectOf(first.project, next.project);
  return { ...first, months: [...first.months, ...next.months], project };
}

function projectOf(first: LedgerProject, next: LedgerProject): LedgerProject {
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
