import type { ColumnMeaning, TableKind, TableMapping } from '../../../shared/entities/tableReading.ts';
import { columnMeanings } from './columnMeanings.ts';

/** The mapping with one column's meaning; a meaning stands in one column only, so another that had it is freed. */
export function withMeaning(
  mapping: TableMapping,
  column: number,
  meaning: ColumnMeaning | null,
): TableMapping {
  const width = Math.max(mapping.columns.length, column + 1);
  const columns = Array.from({ length: width }, (_, at) => {
    if (at === column) return meaning;
    const before = mapping.columns[at] ?? null;
    return before === meaning ? null : before;
  });
  return { ...mapping, columns };
}

/** The mapping as one of another kind of table: what has no meaning there is left out. */
export function withKind(mapping: TableMapping, kind: TableKind): TableMapping {
  const known = new Set(columnMeanings(kind).map(({ value }) => value));
  return {
    ...mapping,
    kind,
    columns: mapping.columns.map((meaning) => (meaning !== null && known.has(meaning) ? meaning : null)),
  };
}

/** `A`, `B` … `Z`, `AA`: as spreadsheets name the column at a place from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`;
}
