import { type FieldReading, ReadingSource } from '../entities/invoiceReading.ts';
import { sameFact } from './sameFact.ts';

/** Place of a reading's file, 0 the most trustworthy. */
export type FileRanks = ReadonlyMap<FieldReading, number>;

/** By the best source of each file; of two alike (two prints) the one more of the others agree with. */
export function rankFiles(files: readonly (readonly FieldReading[])[]): FileRanks {
  const best = (fields: readonly FieldReading[]): number => Math.min(...fields.map(trustOf));
  const backing = (fields: readonly FieldReading[]): number =>
    files
      .filter((other) => other !== fields)
      .flat()
      .filter(({ field, value }) =>
        fields.some((one) => one.field === field && sameFact(field, one.value, value)),
      ).length;
  const ranked =
    files.length < 2
      ? files
      : files
          .map((fields) => ({ fields, best: best(fields), backing: backing(fields) }))
          .toSorted((a, b) => a.best - b.best || b.backing - a.backing)
          .map(({ fields }) => fields);
  return new Map(ranked.flatMap((fields, rank) => fields.map((one): [FieldReading, number] => [one, rank])));
}

const SOURCES = ReadingSource.options;

/** Less is more trustworthy: what is no guess by the order of its source, guesses behind all of them. */
export function trustOf({ source, confidence }: FieldReading): number {
  return SOURCES.indexOf(source) + (confidence === 'doubtful' ? SOURCES.length : 0);
}
