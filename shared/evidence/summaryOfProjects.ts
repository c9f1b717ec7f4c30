import { type LedgerProject, ledgerTotalFen } from '../entities/ledger.ts';
import type { Fen } from '../entities/money.ts';
import type { LedgerSummaryRow } from '../entities/tableReading.ts';
import { isSameProject } from './isSameProject.ts';

/**
 * What a 汇总表 tells of each sub-ledger, by its id. One row may stand for several sub-ledgers of a project (自主 and
 * 委托, 资本化 and 费用化): then the others count with what they hold, and the first one with what is left of the row,
 * so that the check of each compares the whole. A 汇总表 names no year: where a project has sub-ledgers of several,
 * those that came with it are meant, else those whose sum is nearest.
 * @param together sub-ledgers of the same file
 * @param all every sub-ledger of the draft
 */
export function summaryOfProjects(
  rows: readonly LedgerSummaryRow[],
  together: readonly LedgerProject[],
  all: readonly LedgerProject[],
): ReadonlyMap<string, Fen> {
  const told = new Map<string, Fen>();
  const done = new Set<LedgerSummaryRow>();
  for (const row of rows) {
    if (done.has(row)) continue;
    const same = rows.filter((other) => isSameProject(other, row) && other.totalFen !== null);
    for (const one of same) done.add(one);
    const sum = same.reduce((total, { totalFen }) => total + (totalFen ?? 0), 0);
    const mine = together.filter((project) => isSameProject(project, row));
    const projects = nearestYear(
      mine.length > 0 ? mine : all.filter((project) => isSameProject(project, row)),
      sum,
    );
    if (same.length === 0 || projects.length === 0) continue;
    const shares = same.length === projects.length ? oneEach(same, projects) : oneForAll(sum, projects);
    for (const [id, fen] of shares) told.set(id, fen);
  }
  return told;
}

/** As many rows as sub-ledgers: those of the same amount belong together, the rest in their order. */
function oneEach(
  rows: readonly LedgerSummaryRow[],
  projects: readonly LedgerProject[],
): readonly (readonly [string, Fen])[] {
  const left = rows.map(({ totalFen }) => totalFen ?? 0);
  const equal = projects.map((project) => {
    const at = left.indexOf(ledgerTotalFen(project));
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
  });
  return projects.map((project, index) => [project.id, equal[index] ?? left.shift() ?? 0] as const);
}

function oneForAll(sum: Fen, projects: readonly LedgerProject[]): readonly (readonly [string, Fen])[] {
  const [first, ...others] = projects;
  if (first === undefined) return [];
  const shares = others.map((project) => [project.id, ledgerTotalFen(project)] as const);
  return [[first.id, sum - shares.reduce((total, [, fen]) => total + fen, 0)], ...shares];
}

function nearestYear(projects: readonly LedgerProject[], sum: Fen): readonly LedgerProject[] {
  const byYear = Map.groupBy(projects, ({ year }) => year);
  const distance = (group: readonly LedgerProject[]): number =>
    Math.abs(group.reduce((total, project) => total + ledgerTotalFen(project), 0) - sum);
  return [...byYear.values()].sort((a, b) => distance(a) - distance(b))[0] ?? [];
}
