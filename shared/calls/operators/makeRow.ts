import type { LedgerProject } from '../../entities/ledger.ts';
import { planPath } from './planPath.ts';
import type { Row, RowContent } from './row.ts';

/**
 * A row whose name and path are put into words only when a finding asks: of ten thousand rows that
 * are in order, nobody reads them.
 * @param name of a row by its value and position, as the user knows it
 */
export function makeRow<C extends RowContent>(
  content: C,
  position: number,
  name: (value: C['value'], position: number) => string,
): Row {
  return new TableRow(content, position, name as Name) as Row;
}

type Name = (value: RowContent['value'], position: number) => string;

class TableRow {
  readonly of: RowContent['of'];
  readonly value: RowContent['value'];
  readonly position: number;
  readonly project: LedgerProject | undefined;
  readonly outlineId: string | undefined;
  readonly #name: Name;

  constructor(content: RowContent, position: number, name: Name) {
    this.of = content.of;
    this.value = content.value;
    this.position = position;
    this.project = content.of === 'ledgerRows' ? content.project : undefined;
    this.outlineId = content.of === 'plan' ? content.outlineId : undefined;
    this.#name = name;
  }

  get name(): string {
    return this.#name(this.value, this.position);
  }

  get id(): string {
    const own = 'id' in this.value ? this.value.id : (this.outlineId ?? '');
    return this.project === undefined ? own : `${this.project.id}/${own}`;
  }

  get path(): string {
    if (this.outlineId !== undefined) return planPath(this.outlineId);
    if (this.project === undefined) return `${this.of}[${this.id}]`;
    return `ledger[${this.project.id}].rows[${'id' in this.value ? this.value.id : ''}]`;
  }
}
