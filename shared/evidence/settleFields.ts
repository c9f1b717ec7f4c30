import { checkCreditCode } from '../entities/creditCode.ts';
import { holdsFund } from '../entities/fundOfItinerary.ts';
import type { Confidence, FieldReading, InvoiceFieldName } from '../entities/invoiceReading.ts';
import { comparedValue, keptValue } from './comparedValue.ts';
import { type FileRanks, rankFiles, trustOf } from './rankFiles.ts';
import { kindExactness, sameFact } from './sameFact.ts';
import { cannotBeMisread, sourceFamily } from './sourceFamily.ts';

/** The most trustworthy value of a field, and everything that speaks against it. */
export type SettledField = {
  /** As a row takes it: numbers without spaces, tax ids in upper case. */
  readonly value: string | number;
  readonly confidence: Confidence;
  /** The most trustworthy reading that tells the value. */
  readonly reading: FieldReading;
  /** Readings that tell another value, doubtful ones too. Shown to a person, never passed over. */
  readonly contradicting: readonly FieldReading[];
  /**
   * Name or tax id of a party of whose other half the files say different things, told only by files that say another
   * one than was chosen: no row takes it by itself, a person is asked.
   */
  readonly ofAnother: boolean;
};

type Amount = 'netFen' | 'taxFen' | 'totalFen';

/**
 * Chooses among all that files tell of one invoice. Within a file two independent sources that agree outweigh one, else
 * the order of `ReadingSource` decides. Where files contradict each other, every such field is that of the same file, the
 * most trustworthy that tells it: date of one and seller of another would be an invoice nobody issued. Name and tax id
 * of a party go together in the same way, even where only one of them is contradicted. A value is `certain` only when data or a QR code says it, or independent sources agree, and nothing but a doubtful guess
 * contradicts; a contradiction makes it `doubtful`. A wrong value called certain is worse than a right one called
 * doubtful. Readings that say nothing (empty, 种类未知) are left out.
 * @param files what each file tells of the invoice
 */
export function settleFields(
  ...files: readonly (readonly FieldReading[])[]
): ReadonlyMap<InvoiceFieldName, SettledField> {
  const told = files.map((fields) => fields.filter(({ field, value }) => comparedValue(field, value) !== ''));
  const ranks = rankFiles(told);
  const byField = new Map<InvoiceFieldName, FieldReading[]>();
  for (const reading of told.flat()) {
    const known = byField.get(reading.field);
    if (known === undefined) byField.set(reading.field, [reading]);
    else known.push(reading);
  }
  const settled = new Map<InvoiceFieldName, SettledField>();
  for (const [field, readings] of byField) {
    const one = settle(field, field === 'kind' ? exactKinds(readings) : readings, ranks);
    if (one !== null) settled.set(field, one);
  }
  for (const party of PARTIES) keepTogether(settled, party, told, ranks);
  weighAmounts(settled);
  return settled;
}

const PARTIES = [
  ['buyer.name', 'buyer.taxId'],
  ['seller.name', 'seller.taxId'],
] as const satisfies readonly (readonly InvoiceFieldName[])[];

/** Where the name of a party is contradicted, its tax id is that of files that tell the name chosen; or the other way. */
function keepTogether(
  settled: Map<InvoiceFieldName, SettledField>,
  [name, taxId]: (typeof PARTIES)[number],
  files: readonly (readonly FieldReading[])[],
  ranks: FileRanks,
): void {
  const half = isContradicted(settled.get(name)) ? taxId : name;
  const lead = settled.get(half === name ? taxId : name);
  const one = settled.get(half);
  if (one === undefined || lead === undefined || !isContradicted(lead)) return;
  const tellsIt = ({ field, value, confidence }: FieldReading): boolean =>
    field === lead.reading.field && confidence !== 'doubtful' && sameFact(field, value, lead.value);
  const ofHalf = (of: readonly (readonly FieldReading[])[]): readonly FieldReading[] =>
    of.flat().filter(({ field }) => field === half);
  const own = settle(half, ofHalf(files.filter((fields) => fields.some(tellsIt))), ranks, ofHalf(files));
  settled.set(half, own ?? { ...one, confidence: 'doubtful', ofAnother: true });
}

function isContradicted(one: SettledField | undefined): boolean {
  return one?.contradicting.some(({ confidence }) => confidence !== 'doubtful') ?? false;
}

/** Readings of one value of a field. */
type Group = {
  /** The value as it is compared. */
  readonly key: string;
  readonly readings: readonly FieldReading[];
  /** Families that say it and do not merely guess. */
  readonly families: number;
  readonly allFamilies: number;
};

/** @param all readings that can contradict, where not all of them may be chosen */
function settle(
  field: InvoiceFieldName,
  readings: readonly FieldReading[],
  ranks: FileRanks,
  all = readings,
): SettledField | null {
  const groups = groupsOf(field, readings);
  const [chosen] = groups.length > 1 ? groupsOf(field, ofLeadingFile(readings, ranks)) : groups;
  const key = chosen?.key;
  const winner = groups.find((group) => group.key === key);
  const reading = winner?.readings[0];
  if (winner === undefined || reading === undefined) return null;
  // A remark of the invoice and a remark of somebody's list are two things, and neither proves the other wrong.
  const contradicting =
    field === 'note' || field === 'use'
      ? []
      : (all === readings ? groups : groupsOf(field, all)).flatMap((group) =>
          group.key === key ? [] : group.readings,
        );
  return {
    value: keptValue(field, reading.value),
    confidence: confidenceOf(field, winner, contradicting),
    reading,
    contradicting,
    ofAnother: false,
  };
}

/** What the most trustworthy file tells that does not merely guess; all when all guess. */
function ofLeadingFile(readings: readonly FieldReading[], ranks: FileRanks): readonly FieldReading[] {
  const sound = readings.filter(({ confidence }) => confidence !== 'doubtful');
  const rankOf = (reading: FieldReading): number => ranks.get(reading) ?? Number.POSITIVE_INFINITY;
  const first = Math.min(...sound.map(rankOf));
  return sound.length === 0 ? readings : sound.filter((one) => rankOf(one) === first);
}

/** Readings of one field by what they say, the most trustworthy first. */
function groupsOf(field: InvoiceFieldName, readings: readonly FieldReading[]): readonly Group[] {
  const byValue = new Map<string, FieldReading[]>();
  for (const reading of readings) {
    const key = comparedValue(field, reading.value);
    const known = byValue.get(key);
    if (known === undefined) byValue.set(key, [reading]);
    else known.push(reading);
  }
  return [...byValue].map(([key, of]) => groupOf(key, of)).sort(byTrust);
}

function groupOf(key: string, readings: readonly FieldReading[]): Group {
  const sound = readings.filter(({ confidence }) => confidence !== 'doubtful');
  const families = (of: readonly FieldReading[]): number =>
    new Set(of.map(({ source }) => sourceFamily(source))).size;
  return {
    key,
    readings: [...readings].sort((a, b) => trustOf(a) - trustOf(b)),
    families: families(sound),
    allFamilies: families(readings),
  };
}

/** Agreement of independent sources first, guesses last, then the order of the sources, then the greater number. */
function byTrust(a: Group, b: Group): number {
  const agreement = ({ families }: Group): number => Math.max(families, 1);
  return (
    agreement(b) - agreement(a) || leastTrust(a) - leastTrust(b) || b.readings.length - a.readings.length
  );
}

function leastTrust({ readings: [first] }: Group): number {
  return first === undefined ? Number.POSITIVE_INFINITY : trustOf(first);
}

function confidenceOf(
  field: InvoiceFieldName,
  { readings, families, allFamilies }: Group,
  contradicting: readonly FieldReading[],
): Confidence {
  if (contradicting.some(({ confidence }) => confidence !== 'doubtful')) return 'doubtful';
  if (families > 1 || readings.some(cannotBeMisread)) return 'certain';
  if (contradicting.length > 0 || !isWellFormed(field, readings)) return 'doubtful';
  return families > 0 || allFamilies > 1 ? 'likely' : 'doubtful';
}

/** A code that misses its own check character was misread or mistyped, whoever says that it was likely. */
function isWellFormed(field: InvoiceFieldName, [reading]: readonly FieldReading[]): boolean {
  if (field !== 'buyer.taxId' && field !== 'seller.taxId') return true;
  const code = comparedValue(field, reading?.value ?? '');
  return code.length !== 18 || checkCreditCode(code).ok;
}

/** The more exact kinds alone, unless they are only guessed: the others do not contradict them. */
function exactKinds(readings: readonly FieldReading[]): readonly FieldReading[] {
  const sound = readings.filter(({ confidence }) => confidence !== 'doubtful');
  const most = Math.max(0, ...sound.map(({ value }) => kindExactness(value)));
  return readings.filter(({ value }) => kindExactness(value) >= most);
}

/**
 * Total = net + tax (a difference of 1 分 is rounding) supports or weakens amounts that could be misread. It makes
 * them certain only beside an amount that is so by itself: three amounts of one wrong line add up as well.
 */
function weighAmounts(settled: Map<InvoiceFieldName, SettledField>): void {
  const net = amountOf(settled, 'netFen');
  const tax = amountOf(settled, 'taxFen');
  const total = amountOf(settled, 'totalFen');
  if (net === null || tax === null || total === null) return;
  // The development fund of an air itinerary is in its total alone: these amounts neither support nor weaken each other.
  if (settled.get('kind')?.value === 'air' && holdsFund(net + tax, total)) return;
  const holds = Math.abs(net + tax - total) <= 1;
  // Net and tax taken for each other add up as well, and so does a total taken for the net amount.
  const proves = holds && tax !== 0 && Math.abs(tax) < Math.abs(net);
  const amounts = (['netFen', 'taxFen', 'totalFen'] as const).flatMap((field) => settled.get(field) ?? []);
  const anchored =
    amounts.some(({ confidence }) => confidence === 'certain') &&
    amounts.every(({ confidence }) => confidence !== 'doubtful');
  for (const one of amounts) {
    if (one.contradicting.some(({ confidence }) => confidence !== 'doubtful')) continue;
    // Sums of a list's rows add up whatever they were summed from.
    if (one.reading.source === 'sheet' && one.confidence === 'doubtful') continue;
    const confidence = weighed(one.confidence, holds, proves, anchored);
    if (confidence !== one.confidence) settled.set(one.reading.field, { ...one, confidence });
  }
}

function weighed(confidence: Confidence, holds: boolean, proves: boolean, anchored: boolean): Confidence {
  // What cannot be misread is what the file says, even when the file does not add up: a check of its own tells that.
  if (confidence === 'certain') return confidence;
  if (!holds) return 'doubtful';
  if (!proves) return confidence;
  return confidence === 'likely' && anchored ? 'certain' : 'likely';
}

function amountOf(settled: ReadonlyMap<InvoiceFieldName, SettledField>, field: Amount): number | null {
  const value = settled.get(field)?.value;
  return typeof value === 'number' ? value : null;
}
