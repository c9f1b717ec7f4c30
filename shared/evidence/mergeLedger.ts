import type { LedgerProject, LedgerRow } from '../entities/ledger.ts';
import { contentOfVoucher } from './contentOfVoucher.ts';

type Merging = {
  /** What the file tells now; null when it tells this sub-ledger no more. */
  readonly read: LedgerProject | null;
  /** What it told before its columns were corrected; null when that is not known. */
  readonly old: LedgerProject | null;
  /** Vouchers another file of the same drop told: only a line that says quite the same is one of them. */
  readonly beside: ReadonlySet<string>;
  readonly newId: () => string;
};

export type MergedLedger = {
  readonly project: LedgerProject;
  /** Ids of vouchers, as `LedgerVouchers` has them. */
  readonly told: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
};

/**
 * A sub-ledger of the draft with what a file tells of it. Words stay as they are in the draft, for a person may have
 * typed them; figures of a voucher are the file's. A voucher the file does not tell stays: it is a person's or another
 * file's (months of one year are often files of their own), unless it stands there as the replaced reading told it.
 */
export function mergeLedger(before: LedgerProject, { read, old, beside, newId }: Merging): MergedLedger {
  const fromOld = new Set(old?.rows.map(contentOfVoucher));
  const isUntouched = (row: LedgerRow): boolean => fromOld.has(contentOfVoucher(row));
  const pairs = pairUp(before.rows, read?.rows ?? [], (row) => !beside.has(row.id));
  const told: string[] = [];
  const added: LedgerRow[] = [];
  const changed: string[] = [];
  const mergedRow = (was: LedgerRow, now: LedgerRow): LedgerRow => {
    told.push(was.id);
    if (figuresOf(was) !== figuresOf(now)) changed.push(was.id);
    return isUntouched(was) ? { ...now, id: was.id } : withWordsOf(was, now);
  };
  const rows: LedgerRow[] = [];
  const gone: LedgerRow[] = [];
  const kept: LedgerRow[] = [];
  const add = (news: readonly LedgerRow[]): void => {
    for (const row of news) {
      const made = { ...row, id: newId() };
      added.push(made);
      rows.push(made);
    }
  };
  const { waiting, last } = newOnes(read?.rows ?? [], pairs);
  const isEarlier = pairs.size === 0 && startsBefore(last, before.rows);
  if (isEarlier) add(last);
  const now = new Map([...pairs].map(([theirs, ours]) => [ours, theirs] as const));
  for (const row of before.rows) {
    const theirs = now.get(row);
    if (theirs !== undefined) {
      add(waiting.get(theirs) ?? []);
      rows.push(mergedRow(row, theirs));
    } else if (isUntouched(row)) gone.push(row);
    else {
      kept.push(row);
      rows.push(row);
    }
  }
  if (!isEarlier) add(last);
  told.push(...added.map(({ id }) => id));
  const project = { ...withHeads(before, read, old, pairs.size > 0 || isEarlier), rows };
  const isSame = added.length + changed.length + gone.length === 0;
  return {
    project: {
      ...project,
      printedTotals: printedTotals(before, read, { kept, isSame, isAnother: pairs.size === 0 }),
    },
    told,
    added: added.map(({ id }) => id),
    changed,
    removed: gone.map(({ id }) => id),
    kept: kept.map(({ id }) => id),
  };
}

/** Read rows with the draft's row that is the same voucher line: those that say the same first. */
function pairUp(
  before: readonly LedgerRow[],
  read: readonly LedgerRow[],
  mayDiffer: (row: LedgerRow) => boolean,
): ReadonlyMap<LedgerRow, LedgerRow> {
  const pairs = new Map<LedgerRow, LedgerRow>();
  const taken = new Set<LedgerRow>();
  const pairBy = (keyOf: (row: LedgerRow) => string | null, among: readonly LedgerRow[]): void => {
    const free = new Map<string, LedgerRow[]>();
    for (const row of among) {
      const key = taken.has(row) ? null : keyOf(row);
      if (key !== null) free.set(key, [...(free.get(key) ?? []), row]);
    }
    for (const row of read) {
      const key = pairs.has(row) ? null : keyOf(row);
      const ours = key === null ? undefined : free.get(key)?.shift();
      if (ours === undefined) continue;
      pairs.set(row, ours);
      taken.add(ours);
    }
  };
  pairBy(contentOfVoucher, before);
  const others = before.filter(mayDiffer);
  // One voucher of a month may have many lines, so the number alone does not tell which is which.
  pairBy((row) => voucherAnd(row, row.summary.trim()), others);
  pairBy((row) => (row.voucherNumber.trim() === '' ? null : voucherAnd(row, figuresOf(row))), others);
  return pairs;
}

/** Numbers of vouchers begin anew every month; without one the day has to be the same. */
function voucherAnd({ date, voucherKind, voucherNumber }: LedgerRow, what: string): string | null {
  const number = voucherNumber.trim();
  if (number === '' && (date === null || what === '')) return null;
  const day = number === '' ? date : (date?.slice(0, 7) ?? null);
  return JSON.stringify([day, voucherKind.trim(), number, what]);
}

function figuresOf({ voucherFen, collectedFen, creditFen, balanceFen, details }: LedgerRow): string {
  const costs = Object.entries(details).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([voucherFen, collectedFen, creditFen, balanceFen, costs]);
}

function withWordsOf(was: LedgerRow, now: LedgerRow): LedgerRow {
  return {
    ...now,
    id: was.id,
    date: was.date ?? now.date,
    voucherKind: was.voucherKind || now.voucherKind,
    voucherNumber: was.voucherNumber || now.voucherNumber,
    summary: was.summary || now.summary,
    balanceSide: was.balanceSide ?? now.balanceSide,
  };
}

/** New rows of a file stand before the row they stood before there, the last ones at the end. */
function newOnes(
  read: readonly LedgerRow[],
  pairs: ReadonlyMap<LedgerRow, LedgerRow>,
): { readonly waiting: ReadonlyMap<LedgerRow, readonly LedgerRow[]>; readonly last: readonly LedgerRow[] } {
  const waiting = new Map<LedgerRow, readonly LedgerRow[]>();
  let last: LedgerRow[] = [];
  for (const row of read) {
    if (!pairs.has(row)) last.push(row);
    else {
      waiting.set(row, last);
      last = [];
    }
  }
  return { waiting, last };
}

function startsBefore(read: readonly LedgerRow[], rows: readonly LedgerRow[]): boolean {
  const [to, from] = [read.at(-1)?.date ?? null, rows[0]?.date ?? null];
  return to !== null && from !== null && to < from;
}

/** What was typed or decided stays; what stands there as the replaced reading told it is told anew. */
function withHeads(
  before: LedgerProject,
  read: LedgerProject | null,
  old: LedgerProject | null,
  tellsOpening: boolean,
): LedgerProject {
  if (read === null) return before;
  const isRead = (of: 'code' | 'name' | 'status' | 'expenseType' | 'year' | 'style'): boolean =>
    old !== null && before[of] === old[of];
  const word = (of: 'code' | 'name' | 'status'): string =>
    isRead(of) || before[of].trim() === '' ? read[of] : before[of];
  const opening = [before.openingFen, read.openingFen];
  return {
    ...before,
    style: isRead('style') || before.style === 'other' ? read.style : before.style,
    code: word('code'),
    name: word('name'),
    status: word('status'),
    expenseType: isRead('expenseType') ? read.expenseType : (before.expenseType ?? read.expenseType),
    year: isRead('year') ? read.year : (before.year ?? read.year),
    openingFen: (tellsOpening ? opening.reverse() : opening).find((fen) => fen !== null) ?? null,
    summaryFen: read.summaryFen ?? before.summaryFen,
  };
}

type Printed = LedgerProject['printedTotals'];

/** The printed 合计 is that of the file: where the draft holds more, it says so only if it is of the same months. */
function printedTotals(
  before: LedgerProject,
  read: LedgerProject | null,
  {
    kept,
    isSame,
    isAnother,
  }: { readonly kept: readonly LedgerRow[]; readonly isSame: boolean; readonly isAnother: boolean },
): Printed {
  if (read === null) return null;
  if (kept.length === 0) return read.printedTotals;
  if (isSame) return before.printedTotals;
  const months = new Set(read.rows.map(({ date }) => date?.slice(0, 7)));
  if (kept.some(({ date }) => date === null || months.has(date.slice(0, 7)))) return read.printedTotals;
  return isAnother ? sumOfTotals(before.printedTotals, read.printedTotals) : null;
}

function sumOfTotals(a: Printed, b: Printed): Printed {
  if (a === null || b === null) return null;
  const details = { ...a.details };
  for (const [cost, fen] of Object.entries(b.details) as [keyof typeof details, number][])
    details[cost] = (details[cost] ?? 0) + fen;
  const sum = (of: 'voucherFen' | 'collectedFen') => {
    const [one, other] = [a[of], b[of]];
    return one === null || other === null ? null : one + other;
  };
  return { voucherFen: sum('voucherFen'), collectedFen: sum('collectedFen'), details };
}
