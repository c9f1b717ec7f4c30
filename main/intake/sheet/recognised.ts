import type { ColumnMeaning } from '../../../shared/entities/tableReading.ts';

/** What heads say of the columns of a table. */
export type Recognised = {
  /** By column; null also where several meanings are possible: a person chooses. */
  readonly columns: readonly (ColumnMeaning | null)[];
  /** What is needed and was not told without doubt, in words for a person; empty when the table can be read. */
  readonly missing: readonly string[];
  /** Those of `missing` that heads leave open: answered once one of the meanings has a column. */
  readonly open: readonly OpenQuestion[];
};

export type OpenQuestion = { readonly anyOf: readonly ColumnMeaning[]; readonly words: string };

/** Whether one of the meanings has a column. */
export function hasColumn(
  columns: readonly (ColumnMeaning | null)[],
  ...meanings: readonly ColumnMeaning[]
): boolean {
  return meanings.some((meaning) => columns.includes(meaning));
}

/**
 * Keeps the first column of each meaning that only one column can have.
 * @param words meanings for which a wrong column would do harm, in words: which of several is meant is asked
 */
export function firstOfEach(
  columns: readonly (ColumnMeaning | null)[],
  mayRepeat: (meaning: ColumnMeaning) => boolean,
  words: Partial<Record<ColumnMeaning, string>>,
): { readonly columns: readonly (ColumnMeaning | null)[]; readonly open: readonly OpenQuestion[] } {
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
  const open = [...repeated].flatMap((meaning) => {
    const word = words[meaning];
    return word === undefined ? [] : { anyOf: [meaning], words: `有几列都像“${word}”，请选定一列` };
  });
  return { columns: kept, open };
}

/** The columns without those that are asked about. */
export function leaveOpen(
  columns: readonly (ColumnMeaning | null)[],
  open: readonly OpenQuestion[],
): readonly (ColumnMeaning | null)[] {
  const asked = new Set(open.flatMap(({ anyOf }) => anyOf));
  return columns.map((meaning) => (meaning !== null && asked.has(meaning) ? null : meaning));
}
