import type { Finding } from '../../../shared/calls/finding.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';

/** What the checks say of one cell; the worst of its findings colours it. */
export type CellMark = {
  readonly level: 'error' | 'warning' | 'hint' | 'unknown';
  readonly messages: readonly string[];
};

/** Marks by row id, then by column as the finding names it ('' for the row as a whole). */
export type GridMarks = ReadonlyMap<string, ReadonlyMap<string, CellMark>>;

const RANK = { error: 3, warning: 2, hint: 1, unknown: 0 } as const;

const known = new WeakMap<readonly Finding[], Map<string, GridMarks>>();

/**
 * Open findings of the rows of one list, sorted once for all cells and all who ask.
 * @param list path of the list: `invoices`, `ledger[ledger-1].rows`
 */
export function gridMarks(findings: readonly Finding[], list: string): GridMarks {
  const ofReport = known.get(findings) ?? new Map<string, GridMarks>();
  known.set(findings, ofReport);
  const marks = ofReport.get(list) ?? sortOut(findings, list);
  ofReport.set(list, marks);
  return marks;
}

function sortOut(findings: readonly Finding[], list: string): GridMarks {
  const marks = new Map<string, Map<string, CellMark>>();
  const prefix = `${list}[`;
  for (const finding of findings) {
    if (finding.outcome === 'met' || !finding.at.startsWith(prefix) || !isOpen(finding)) continue;
    const end = finding.at.indexOf(']', prefix.length);
    if (end < 0) continue;
    const row = finding.at.slice(prefix.length, end);
    const column = finding.at.slice(end + 2);
    const level = finding.outcome === 'unknown' ? 'unknown' : finding.severity;
    const ofRow = marks.get(row) ?? new Map<string, CellMark>();
    const before = ofRow.get(column);
    ofRow.set(column, {
      level: before !== undefined && RANK[before.level] > RANK[level] ? before.level : level,
      messages: [...(before?.messages ?? []), finding.message],
    });
    marks.set(row, ofRow);
  }
  return marks;
}

/** Both marks together; where both mark a cell the first holds. */
export function withMarks(first: GridMarks, second: GridMarks): GridMarks {
  const both = new Map(first);
  for (const [row, marks] of second) both.set(row, new Map([...marks, ...(first.get(row) ?? [])]));
  return both;
}

/** Whether something of a row is wrong, and not only missing. */
export function hasProblem(marks: GridMarks, row: string): boolean {
  for (const { level } of marks.get(row)?.values() ?? [])
    if (level === 'error' || level === 'warning') return true;
  return false;
}
