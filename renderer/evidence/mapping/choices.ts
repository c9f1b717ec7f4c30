import type { FileReading } from '../../../shared/entities/fileReading.ts';
import type { TableMapping, TableReading } from '../../../shared/entities/tableReading.ts';

/**
 * What a person chose of the sheets of a file: one entry for each kind of head, for all sheets that have it. Columns
 * are empty where only the use of a sheet was chosen. What nobody touched has no entry, and stays as it is recognised.
 */
export type Choices = readonly TableMapping[];

/** @param mapping of one sheet as it is shown, with something changed */
export function chooseColumns(choices: Choices, mapping: TableMapping): Choices {
  return [mapping, ...choices.filter(({ signature }) => signature !== mapping.signature)];
}

/** Leaves a sheet out, or has it back. */
export function chooseUse(choices: Choices, { sheet, mapping }: TableReading, used: boolean): Choices {
  const others = (mapping.without ?? []).filter((name) => name !== sheet);
  const before = choices.find(({ signature }) => signature === mapping.signature);
  const without = used ? others : [...others, sheet];
  return chooseColumns(choices, { ...(before ?? { ...mapping, columns: [] }), without });
}

/** The reading as it is shown until the file was read with the choices. */
export function withChoices(reading: FileReading, choices: Choices): FileReading {
  const chosen = (table: TableReading): TableReading => {
    const choice = choices.find(({ signature }) => signature === table.mapping.signature);
    if (choice === undefined) return table;
    const mapping = choice.columns.length > 0 ? choice : { ...table.mapping, without: choice.without };
    return { ...table, mapping };
  };
  const { tables, unrecognised } = reading;
  return { ...reading, tables: tables.map(chosen), unrecognised: unrecognised.map(chosen) };
}

/** Whether the columns of a table were chosen by a person just now. */
export function isChosen(choices: Choices, { mapping }: TableReading): boolean {
  return choices.some(({ signature, columns }) => signature === mapping.signature && columns.length > 0);
}
