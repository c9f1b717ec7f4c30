import { planPath } from './planPath.ts';
import type { Row, RowContent } from './row.ts';

/**
 * A row whose name and path are put into words only when a finding asks: of ten thousand rows that
 * are in order, nobody reads them.
 */
export function makeRow(content: RowContent, position: number, name: () => string): Row {
  return new TableRow(content, position, name) as Row;
}

class TableRow {
  readonly of: RowContent['of'];
  readonly value: RowContent['value'];
  readonly content: RowContent;
  readonly position: number;
  readonly #name: () => string;

  constructor(content: RowContent, position: number, name: () => string) {
    this.of = content.of;
    this.value = content.value;
    this.content = content;
    this.position = position;
    this.#name = name;
  }

  get name(): string {
    return this.#name();
  }

  get project(): unknown {
    return this.content.of === 'ledgerRows' ? this.content.project : undefined;
  }

  get id(): string {
    const { content } = this;
    if (content.of === 'plan') return content.outlineId;
    return content.of === 'ledgerRows' ? `${content.project.id}/${content.value.id}` : content.value.id;
  }

  get path(): string {
    const { content } = this;
    if (content.of === 'plan') return planPath(content.outlineId);
    return content.of === 'ledgerRows'
      ? `ledger[${content.project.id}].rows[${content.value.id}]`
      : `${content.of}[${content.value.id}]`;
  }
}
