import { type FieldReading, type InvoiceFieldName, ReadingSource } from '../entities/invoiceReading.ts';
import { sameFact } from './sameFact.ts';
import { cannotBeMisread } from './sourceFamily.ts';

/** Place of a reading's file, 0 the most trustworthy. */
export type FileRanks = ReadonlyMap<FieldReading, number>;

/**
 * By what files say differently, never by a good source of something else: of two that contradict each other the one
 * more of whose values there cannot be misread is first, then the one whose weakest source is better, then whose best
 * one is; of two alike (two prints) the one more of the others agree with.
 */
export function rankFiles(files: readonly (readonly FieldReading[])[]): FileRanks {
  return new Map(
    inOrder(files).flatMap((fields, rank) => fields.map((one): [FieldReading, number] => [one, rank])),
  );
}

/** What a file says of each field that it does not merely guess, by its best source. */
type Told = ReadonlyMap<InvoiceFieldName, FieldReading>;

/** Only two files can be compared, and three may go round in a circle: the one that yields to the fewest is next. */
function inOrder(files: readonly (readonly FieldReading[])[]): readonly (readonly FieldReading[])[] {
  if (files.length < 2) return files;
  const backing = (fields: readonly FieldReading[]): number =>
    files
      .filter((other) => other !== fields)
      .flat()
      .filter(({ field, value }) =>
        fields.some((one) => one.field === field && sameFact(field, one.value, value)),
      ).length;
  const all = files
    .map((fields) => ({ fields, told: toldBy(fields), backing: backing(fields) }))
    .toSorted((a, b) => b.backing - a.backing);
  const left = all.map((one) => ({
    fields: one.fields,
    yieldsTo: new Set(all.flatMap(({ fields, told }) => (compare(one.told, told) > 0 ? [fields] : []))),
  }));
  const ordered: (readonly FieldReading[])[] = [];
  while (left.length > 0) {
    const fewest = Math.min(...left.map(({ yieldsTo }) => yieldsTo.size));
    const [next] = left.splice(
      left.findIndex(({ yieldsTo }) => yieldsTo.size === fewest),
      1,
    );
    if (next === undefined) break;
    ordered.push(next.fields);
    for (const { yieldsTo } of left) yieldsTo.delete(next.fields);
  }
  return ordered;
}

function toldBy(fields: readonly FieldReading[]): Told {
  const told = new Map<InvoiceFieldName, FieldReading>();
  for (const one of fields) {
    if (one.confidence === 'doubtful' || one.field === 'note' || one.field === 'use') continue;
    const known = told.get(one.field);
    if (known === undefined || trustOf(one) < trustOf(known)) told.set(one.field, one);
  }
  return told;
}

/** Above 0 when the first is less to be believed in what the two say differently; 0 when they say nothing so. */
function compare(one: Told, other: Told): number {
  const disputed = [...one].flatMap(([field, a]) => {
    const b = other.get(field);
    return b === undefined || sameFact(field, a.value, b.value) ? [] : [{ a, b }];
  });
  if (disputed.length === 0) return 0;
  const [as, bs] = [disputed.map(({ a }) => a), disputed.map(({ b }) => b)];
  const sure = (of: readonly FieldReading[]): number => of.filter(cannotBeMisread).length;
  const trust = (of: readonly FieldReading[]): readonly number[] => of.map(trustOf);
  return (
    sure(bs) - sure(as) ||
    Math.max(...trust(as)) - Math.max(...trust(bs)) ||
    Math.min(...trust(as)) - Math.min(...trust(bs))
  );
}

const SOURCES = ReadingSource.options;

/** Less is more trustworthy: what is no guess by the order of its source, guesses behind all of them. */
export function trustOf({ source, confidence }: FieldReading): number {
  return SOURCES.indexOf(source) + (confidence === 'doubtful' ? SOURCES.length : 0);
}
