import { columnBase } from './columnBase.ts';
import type { CellChoice, ColumnWords, GridColumn } from './gridColumn.ts';

type ChoiceColumn<Row> = ColumnWords & {
  readonly choices: readonly CellChoice[];
  /** Id of the choice; '' for none. */
  readonly get: (row: Row) => string;
  readonly set: (row: Row, id: string) => Row;
  /** Id that stands for "nothing chosen". */
  readonly none?: string;
};

/** A column whose cell is one of a list. An id that is not in the list is shown as it is. */
export function choiceColumn<Row>({
  choices,
  get,
  set,
  none = '',
  ...words
}: ChoiceColumn<Row>): GridColumn<Row> {
  const labels = new Map(choices.map(({ id, label }) => [id, label]));
  const byText = new Map(
    choices.flatMap(({ id, label }) => [
      [comparable(label), id],
      [comparable(id), id],
    ]),
  );
  const text = (row: Row): string => labels.get(get(row)) ?? get(row);
  return {
    ...columnBase(words, 140),
    kind: 'choice',
    align: 'left',
    text,
    editText: text,
    value: text,
    read: (row, typed) => {
      if (typed.trim() === '') return { ok: true, row: set(row, none) };
      const id = byText.get(comparable(typed));
      return id === undefined
        ? { ok: false, message: `“${typed.trim()}”不在${words.title}的可选项里，请从列表中选择` }
        : { ok: true, row: set(row, id) };
    },
    choices,
  };
}

/** As two spellings of a label are compared. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s、，,;；:：]/g, '')
    .toUpperCase();
}
