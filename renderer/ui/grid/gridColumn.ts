import type { MoneyUnit } from '../../../shared/entities/money.ts';

/** What reading a text into a cell gave: the row with it, or why it could not be read, as a sentence for people. */
export type CellRead<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly message: string };

/** One entry a choice column offers. */
export type CellChoice = { readonly id: string; readonly label: string };

/**
 * One column of a grid. Everything that changes a cell (typing, paste, bulk edit, clearing) goes through `read`,
 * so that they cannot read differently. Columns are made by textColumn, moneyColumn, dateColumn, choiceColumn
 * and derivedColumn.
 */
export type GridColumn<Row> = {
  /** As findings name it below the row: `amountFen`, `buyer.name`. */
  readonly id: string;
  readonly title: string;
  /** Said when pointing at the head; empty says nothing. */
  readonly hint: string;
  readonly kind: 'text' | 'money' | 'date' | 'choice' | 'derived';
  readonly align: 'left' | 'right' | 'center';
  /** Pixels; with `grow` the least. */
  readonly width: number;
  /** Takes a share of the room that is left. */
  readonly grow: boolean;
  /** Stays at the left while the others scroll. */
  readonly pinned: boolean;
  /** As shown and as copied. */
  readonly text: (row: Row) => string;
  /** As a person edits it: without thousands separators. */
  readonly editText: (row: Row) => string;
  /** What sorting and the column's filter compare. */
  readonly value: (row: Row) => string | number | null;
  /**
   * Puts a typed or pasted text into the row; null for a column that cannot be edited. Empty text clears. A bare
   * figure of money is of the column's own unit unless `unit` says another.
   */
  readonly read: ((row: Row, text: string, unit?: MoneyUnit) => CellRead<Row>) | null;
  /** What a choice column offers; null for the others. */
  readonly choices: readonly CellChoice[] | null;
  /** Other heads this column bears in people's spreadsheets. */
  readonly aliases: readonly string[];
  /** May be set for many rows at once. */
  readonly bulk: boolean;
};

/** What every column maker takes. */
export type ColumnWords = {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly width?: number;
  readonly grow?: boolean;
  readonly pinned?: boolean;
  readonly aliases?: readonly string[];
  readonly bulk?: boolean;
};
