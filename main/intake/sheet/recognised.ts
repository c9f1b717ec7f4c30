import type { ColumnMeaning } from '../../../shared/entities/tableReading.ts';

/** What heads say of the columns of a table. */
export type Recognised = {
  /** By column. */
  readonly columns: readonly (ColumnMeaning | null)[];
  /** What is needed and was not told without doubt, in words for a person; empty when the table can be read. */
  readonly missing: readonly string[];
};

/** Whether one of the meanings has a column. */
export function hasColumn(
  columns: readonly (ColumnMeaning | null)[],
  ...meanings: readonly ColumnMeaning[]
): boolean {
  return meanings.some((meaning) => columns.includes(meaning));
}

/** Keeps the first column of each meaning that only one column can have; tells the meanings that had several. */
export function firstOfEach(
  columns: readonly (ColumnMeaning | null)[],
  mayRepeat: (meaning: ColumnMeaning) => boolean,
): { readonly columns: readonly (ColumnMeaning | null)[]; readonly repeated: readonly ColumnMeaning[] } {
  const seen = new Set<ColumnMeaning>();
  const repeated = new Set<ColumnMeaning>();
  const kept = columns.map((meaning) => {
    if (meaning === null || mayRepeat(meaning)) return meaning;
    if (seen.has(meaning)) {
      repeated.add(meaning);
      return null;
    }
    seen.add(meaning);
    return meaning;
  });
  return { columns: kept, repeated: [...repeated] };
}
