import type { Edit } from '../edits/edit.ts';
import type { Application } from '../entities/application.ts';
import type { FileReading } from '../entities/fileReading.ts';
import type { LedgerProject, LedgerRow } from '../entities/ledger.ts';
import { isSameProject } from './isSameProject.ts';
import { summaryOfProjects } from './summaryOfProjects.ts';

export type TakenInLedger = {
  readonly edits: Edit[];
  /** Sub-ledgers that are new to the draft. */
  readonly added: number;
  /** Sub-ledgers that took the place of the same project's. */
  readonly replaced: number;
};

/**
 * Edits that bring the R&D ledgers of a file into a draft. A project that is there already (same code or name, layout
 * and year) is replaced by what the file says now; what the user decided stays: the claimed part, and the ids of rows
 * that did not change. Rows of a 汇总表 are kept with their project. Nothing is changed by the same file twice.
 * @param newId makes ids for new projects and rows
 */
export function takeInLedger(
  application: Application,
  reading: Pick<FileReading, 'ledger' | 'summary'>,
  newId: () => string,
): TakenInLedger {
  const projects = [...application.ledger];
  const taken = new Set<string>();
  const touched = new Set<string>();
  let [added, replaced] = [0, 0];
  for (const read of reading.ledger) {
    // Two sheets of one project (自主 and 委托, 资本化 and 费用化) are two sub-ledgers: each old one is taken once.
    const at = bestMatch(projects, read, taken);
    const before = at === -1 ? undefined : projects[at];
    if (before === undefined) {
      const made = { ...read, id: newId(), rows: read.rows.map((row) => ({ ...row, id: newId() })) };
      projects.push(made);
      taken.add(made.id);
      touched.add(made.id);
      added += 1;
      continue;
    }
    const made: LedgerProject = {
      ...read,
      id: before.id,
      summaryFen: read.summaryFen ?? before.summaryFen,
      claimedFen: before.claimedFen,
      rows: withOldIds(before.rows, read.rows, newId),
    };
    taken.add(made.id);
    if (JSON.stringify(made) !== JSON.stringify(before)) touched.add(made.id);
    projects[at] = made;
    replaced += 1;
  }
  const inReading = projects.filter(({ id }) => taken.has(id));
  for (const [id, summaryFen] of summaryOfProjects(reading.summary, inReading, projects)) {
    const at = projects.findIndex((project) => project.id === id);
    const project = projects[at];
    if (project === undefined || project.summaryFen === summaryFen) continue;
    projects[at] = { ...project, summaryFen };
    touched.add(id);
  }
  const save = projects.filter(({ id }) => touched.has(id));
  const edits: Edit[] = save.length === 0 ? [] : [{ kind: 'rows', list: 'ledger', save, remove: [] }];
  return { edits, added, replaced };
}

/** The draft's sub-ledger that the read one tells anew; -1 when it is new. */
function bestMatch(
  projects: readonly LedgerProject[],
  read: LedgerProject,
  taken: ReadonlySet<string>,
): number {
  const same = projects.flatMap((project, at) =>
    !taken.has(project.id) && isSameLedger(project, read)
      ? [{ at, likeness: likenessOf(project, read) }]
      : [],
  );
  return same.sort((a, b) => b.likeness - a.likeness || a.at - b.at)[0]?.at ?? -1;
}

function isSameLedger(a: LedgerProject, b: LedgerProject): boolean {
  if (a.style !== b.style || a.year !== b.year) return false;
  const nameless = [a, b].every(({ code, name }) => `${code}${name}`.trim() === '');
  // Without a name only its rows say that it is the same one again.
  return nameless ? shareRows(a.rows, b.rows) : isSameProject(a, b);
}

function shareRows(a: readonly LedgerRow[], b: readonly LedgerRow[]): boolean {
  const contents = new Set(a.map(contentOf));
  return b.some((row) => contents.has(contentOf(row)));
}

/** What tells two sub-ledgers of one project and year apart. */
function likenessOf(a: LedgerProject, b: LedgerProject): number {
  const commissioned = (project: LedgerProject) =>
    project.rows.some(({ details }) => Object.keys(details).some((cost) => cost.startsWith('commissioned')));
  return (a.expenseType === b.expenseType ? 2 : 0) + (commissioned(a) === commissioned(b) ? 1 : 0);
}

/** Read rows under the ids of the draft's rows that say the same; the rest are new. */
function withOldIds(
  before: readonly LedgerRow[],
  read: readonly LedgerRow[],
  newId: () => string,
): LedgerRow[] {
  const ids = new Map<string, string[]>();
  for (const row of before) {
    const key = contentOf(row);
    const same = ids.get(key);
    if (same === undefined) ids.set(key, [row.id]);
    else same.push(row.id);
  }
  return read.map((row) => ({ ...row, id: ids.get(contentOf(row))?.shift() ?? newId() }));
}

function contentOf(row: LedgerRow): string {
  const { id: _, details, ...rest } = row;
  const costs = Object.entries(details).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)), costs]);
}
