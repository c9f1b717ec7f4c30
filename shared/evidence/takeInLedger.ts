import type { Edit } from '../edits/edit.ts';
import type { Application } from '../entities/application.ts';
import type { FileReading } from '../entities/fileReading.ts';
import type { LedgerProject } from '../entities/ledger.ts';
import { contentOfVoucher } from './contentOfVoucher.ts';
import { hasOtherName, isSameProject } from './isSameProject.ts';
import { mergeLedger } from './mergeLedger.ts';
import { summaryOfProjects } from './summaryOfProjects.ts';

export type TakenInLedger = {
  readonly edits: Edit[];
  /** Sub-ledgers that are new to the draft. */
  readonly added: number;
  /** Sub-ledgers of the draft that the file told as well. */
  readonly replaced: number;
  /** Ids of those. */
  readonly into: readonly string[];
  /** Sub-ledgers of `instead` that the file tells no more. */
  readonly removed: number;
  /** Ids of all vouchers the file told. */
  readonly told: readonly string[];
  readonly vouchers: LedgerVouchers;
};

/** Vouchers of sub-ledgers the draft had already, by their ids. */
export type LedgerVouchers = {
  readonly added: readonly string[];
  /** Their figures are the file's now. */
  readonly changed: readonly string[];
  /** They came from the reading this one takes the place of. */
  readonly removed: readonly string[];
  /** The file does not tell them; a person's, or another file's. */
  readonly kept: readonly string[];
};

export type LedgerSurroundings = {
  /** What this very file was taken for before its columns were corrected: the new reading takes its place. */
  readonly instead?: readonly LedgerProject[];
  /** Ids of vouchers another file of the same drop told: they are cost of their own, whatever they look like. */
  readonly beside?: ReadonlySet<string>;
};

/**
 * Edits that bring the R&D ledgers of a file into a draft. Into a project that is there already (same code or name,
 * layout and year) the file's vouchers are merged: nothing of it is lost, see `mergeLedger`. Rows of a 汇总表 are kept
 * with their project. Nothing is changed by the same file twice.
 * @param newId makes ids for new projects and rows
 */
export function takeInLedger(
  application: Application,
  reading: Pick<FileReading, 'ledger' | 'summary'>,
  newId: () => string,
  { instead = [], beside = new Set() }: LedgerSurroundings = {},
): TakenInLedger {
  let projects = [...application.ledger];
  const taken = new Set<string>();
  const touched = new Set<string>();
  const told: string[] = [];
  const vouchers = {
    added: [] as string[],
    changed: [] as string[],
    removed: [] as string[],
    kept: [] as string[],
  };
  const into: string[] = [];
  let added = 0;
  const put = (before: LedgerProject, read: LedgerProject | null): LedgerProject => {
    const [old = null] = instead
      .filter((one) => cameFrom(before, one))
      .sort((a, b) => sharedVouchers(before, b) - sharedVouchers(before, a));
    const merged = mergeLedger(before, { read, old, beside, newId });
    if (JSON.stringify(merged.project) !== JSON.stringify(before)) touched.add(before.id);
    projects = projects.map((one) => (one.id === before.id ? merged.project : one));
    told.push(...merged.told);
    for (const what of ['added', 'changed', 'removed', 'kept'] as const) vouchers[what].push(...merged[what]);
    return merged.project;
  };
  for (const [at, read] of reading.ledger.entries()) {
    const olds = instead.length === reading.ledger.length ? instead.slice(at, at + 1) : instead;
    // Two sheets of one project (自主 and 委托, 资本化 and 费用化) are two sub-ledgers: each old one is taken once.
    const before = bestMatch(
      projects.filter(({ id }) => !taken.has(id)),
      read,
      olds,
    );
    if (before !== undefined) {
      taken.add(put(before, read).id);
      into.push(before.id);
      continue;
    }
    const made = { ...read, id: newId(), rows: read.rows.map((row) => ({ ...row, id: newId() })) };
    projects.push(made);
    told.push(...made.rows.map(({ id }) => id));
    taken.add(made.id);
    touched.add(made.id);
    added += 1;
  }
  // What the file was wrongly taken for, and is not in any place.
  const left = projects.filter((one) => !taken.has(one.id) && instead.some((old) => cameFrom(one, old)));
  const remove = left.filter((one) => put(one, null).rows.length === 0).map(({ id }) => id);
  projects = projects.filter(({ id }) => !remove.includes(id));
  const inReading = projects.filter(({ id }) => taken.has(id));
  for (const [id, summaryFen] of summaryOfProjects(reading.summary, inReading, projects)) {
    if (projects.some((project) => project.id === id && project.summaryFen !== summaryFen)) touched.add(id);
    projects = projects.map((project) => (project.id === id ? { ...project, summaryFen } : project));
  }
  const save = projects.filter(({ id }) => touched.has(id));
  const edits: Edit[] =
    save.length + remove.length === 0 ? [] : [{ kind: 'rows', list: 'ledger', save, remove }];
  return { edits, added, replaced: into.length, into, removed: remove.length, told, vouchers };
}

/** The draft's sub-ledger that the read one tells anew. */
function bestMatch(
  projects: readonly LedgerProject[],
  read: LedgerProject,
  olds: readonly LedgerProject[],
): LedgerProject | undefined {
  const isIt = (project: LedgerProject): boolean =>
    isSameLedger(project, read) ||
    // Corrected columns may tell another year and layout, and other vouchers, but not another project.
    olds.some((old) => isNamedAlike(old, read) && cameFrom(project, old));
  return projects
    .filter(isIt)
    .map((project) => ({ project, likeness: likenessOf(project, read) }))
    .sort((a, b) => b.likeness - a.likeness)[0]?.project;
}

/** Costs divided evenly make vouchers that say the same in several projects: they prove nothing by themselves. */
function cameFrom(project: LedgerProject, old: LedgerProject): boolean {
  const shared = sharedVouchers(project, old);
  if (isNamedAlike(project, old)) return shared > 0 || project.rows.length + old.rows.length === 0;
  // Somebody named what the file did not.
  return isNameless(old) && shared * 2 > old.rows.length;
}

function isSameLedger(a: LedgerProject, b: LedgerProject): boolean {
  // A year or layout that is not known may be any.
  if (a.style !== b.style && a.style !== 'other' && b.style !== 'other') return false;
  if (a.year !== b.year && a.year !== null && b.year !== null) return false;
  // Without a name, under another one, or as another kind of sheet, only its vouchers say that it is the same one again.
  const isToldSame = isSameProject(a, b) && !hasOtherName(a, b) && isSameKind(a, b);
  return isToldSame || (isNamedAlike(a, b) && sharedVouchers(a, b) > 0);
}

function isNamedAlike(a: LedgerProject, b: LedgerProject): boolean {
  return isSameProject(a, b) || (isNameless(a) && isNameless(b));
}

function isNameless({ code, name }: LedgerProject): boolean {
  return `${code}${name}`.trim() === '';
}

function isSameKind(a: LedgerProject, b: LedgerProject): boolean {
  const types = new Set([a.expenseType, b.expenseType].filter((type) => type !== null));
  return types.size < 2 && isCommissioned(a) === isCommissioned(b);
}

function isCommissioned({ rows }: LedgerProject): boolean {
  return rows.some(({ details }) => Object.keys(details).some((cost) => cost.startsWith('commissioned')));
}

function sharedVouchers(a: LedgerProject, b: LedgerProject): number {
  const contents = new Set(a.rows.map(contentOfVoucher));
  return b.rows.filter((row) => contents.has(contentOfVoucher(row))).length;
}

/** What tells two sub-ledgers of one project apart. */
function likenessOf(a: LedgerProject, b: LedgerProject): number {
  const points = [
    sharedVouchers(a, b) > 0,
    a.expenseType === b.expenseType,
    isCommissioned(a) === isCommissioned(b),
    a.year === b.year,
    a.style === b.style,
  ];
  return points.reduce((sum, isSo, at) => sum + (isSo ? 2 ** (points.length - at) : 0), 0);
}
