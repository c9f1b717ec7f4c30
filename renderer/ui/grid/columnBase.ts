import type { ColumnWords, GridColumn } from './gridColumn.ts';

/** The part of a column that every kind shares, with what its maker left out. */
export function columnBase(
  words: ColumnWords,
  width: number,
): Pick<GridColumn<never>, 'id' | 'title' | 'hint' | 'width' | 'grow' | 'pinned' | 'aliases' | 'bulk'> {
  return {
    id: words.id,
    title: words.title,
    hint: words.hint ?? '',
    width: words.width ?? width,
    grow: words.grow ?? false,
    pinned: words.pinned ?? false,
    aliases: words.aliases ?? [],
    bulk: words.bulk ?? false,
  };
}
