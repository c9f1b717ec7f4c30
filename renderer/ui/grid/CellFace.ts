import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import styles from './Grid.module.css';
import type { GridColumn } from './gridColumn.ts';
import type { CellMark } from './gridMarks.ts';

/** What every cell is given besides its row. */
export type FaceParams<Row> = {
  /** Not named `column`: AG Grid merges these into its own parameters, a column object of its own among them. */
  readonly shows: GridColumn<Row>;
  readonly markOf: (rowId: string, columnId: string) => CellMark | null;
};

type Params<Row> = ICellRendererParams<Row> & FaceParams<Row>;

const SIGNS = { error: '✕', warning: '!', hint: 'i', unknown: '…' } as const;
const WORDS = { error: '错误', warning: '警告', hint: '提示', unknown: '待填' } as const;

/**
 * What a cell shows: its text, and the checks' mark before it. Plain DOM that stays the same element for the life
 * of the cell: ten thousand rows scroll without a framework in between, and the input that is laid over the
 * focused cell (CellInput) is never thrown out by a refresh.
 */
export class CellFace<Row extends { readonly id: string }> implements ICellRendererComp<Row> {
  readonly #element = document.createElement('span');
  readonly #text = document.createTextNode('');
  #mark: HTMLElement | null = null;

  init(params: Params<Row>): void {
    this.#element.className = styles.face ?? '';
    this.#element.append(this.#text);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh({ data, shows, markOf }: Params<Row>): boolean {
    const text = data === undefined ? '' : shows.text(data);
    if (this.#text.data !== text) this.#text.data = text;
    this.#show(data === undefined ? null : markOf(data.id, shows.id));
    return true;
  }

  #show(mark: CellMark | null): void {
    const level = mark?.level ?? '';
    if ((this.#element.dataset.level ?? '') === level) return;
    this.#mark?.remove();
    this.#mark = null;
    if (mark === null) {
      delete this.#element.dataset.level;
      return;
    }
    this.#element.dataset.level = mark.level;
    this.#mark = document.createElement('span');
    this.#mark.className = styles.sign ?? '';
    this.#mark.setAttribute('role', 'img');
    this.#mark.setAttribute('aria-label', WORDS[mark.level]);
    this.#mark.textContent = SIGNS[mark.level];
    this.#element.prepend(this.#mark);
  }
}
