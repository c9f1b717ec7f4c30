import type { CellHost, InputCell } from './CellHost.ts';
import { CellMessage } from './CellMessage.ts';
import { ChoiceList } from './ChoiceList.ts';
import { leapOf, wayOutOf } from './cellKeys.ts';
import styles from './Grid.module.css';

/** What can be read is stored this long after the last key: whoever is killed loses less than a second. */
const EARLY_MS = 400;

/**
 * The one input of a grid. It lies, unseen, in whatever cell has the focus, with the cell's text selected: so an
 * input method is ready before the first key, and the first letter of a composition is not lost as it is when an
 * editor opens on keydown. The first character or composition makes it visible; from then on it is the editor.
 */
export class CellInput<Row extends { readonly id: string }> {
  readonly element = document.createElement('input');
  readonly #message: CellMessage;
  readonly #host: CellHost<Row>;
  readonly #choices: ChoiceList;
  #cell: InputCell<Row> | null = null;
  /** `typing` replaces the cell and arrows leave it; `editing` (F2) moves inside of the text. */
  #mode: 'idle' | 'typing' | 'editing' = 'idle';
  #original = '';
  #written = '';
  #session = 0;
  #composing = false;
  #early: ReturnType<typeof setTimeout> | null = null;

  constructor(host: CellHost<Row>) {
    this.#host = host;
    const { element } = this;
    element.type = 'text';
    element.autocomplete = 'off';
    element.spellcheck = false;
    element.tabIndex = -1;
    element.className = styles.cellInput ?? '';
    this.#message = new CellMessage(element);
    this.#choices = new ChoiceList(element, ({ label }) => {
      element.value = label;
      if (this.#commit()) this.#rest();
    });
    element.addEventListener('keydown', (event) => this.#onKey(event));
    element.addEventListener('compositionstart', () => {
      this.#composing = true;
      if (this.#mode === 'idle') this.#begin('typing');
    });
    element.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#changed();
    });
    element.addEventListener('input', () => {
      if (this.#mode === 'idle') this.#begin('typing');
      if (!this.#composing) this.#changed();
    });
    element.addEventListener('blur', () => this.#onBlur());
    element.addEventListener('paste', (event) => this.#onPaste(event));
    element.addEventListener('copy', (event) => this.#onCopy(event, false));
    element.addEventListener('cut', (event) => this.#onCopy(event, true));
    for (const name of ['mousedown', 'click', 'dblclick', 'pointerdown'])
      element.addEventListener(name, (event) => event.stopPropagation());
  }

  get editing(): boolean {
    return this.#mode !== 'idle';
  }

  /** Lays the input over a cell that got the focus. */
  attach(cellElement: HTMLElement): void {
    if (this.editing) this.#leave();
    const cell = this.#host.cellOf(cellElement);
    this.#cell = cell;
    if (cell === null) return;
    cellElement.append(this.element);
    this.element.readOnly = cell.column.read === null || this.#host.readOnly();
    this.element.setAttribute('aria-label', cell.name);
    this.element.style.textAlign = cell.column.align;
    this.#rest();
    this.element.focus({ preventScroll: true });
    this.element.select();
  }

  /** Takes over what the cell says now; a cell being edited keeps its words. */
  refresh(): void {
    const { isConnected, parentElement } = this.element;
    if (this.editing || !isConnected || parentElement === null) return;
    this.#cell = this.#host.cellOf(parentElement);
    this.#rest();
  }

  /** Opens the cell the input lies in for changes inside of its text. */
  edit(): void {
    if (this.#mode === 'idle') this.#begin('editing');
  }

  destroy(): void {
    this.#onBlur();
    this.#choices.close();
    this.element.remove();
    this.#message.hide();
  }

  #begin(mode: 'typing' | 'editing'): void {
    const cell = this.#cell;
    if (cell === null || this.element.readOnly) return;
    this.#mode = mode;
    this.#session += 1;
    this.#original = cell.column.editText(cell.row);
    this.#written = this.#original;
    this.element.classList.add(styles.cellInputOpen ?? '');
    if (mode === 'editing') {
      this.element.value = this.#original;
      const end = this.#original.length;
      if (cell.column.choices === null) this.element.setSelectionRange(end, end);
      else this.element.select();
    }
    if (cell.column.choices !== null)
      this.#choices.show(cell.column.choices, cell.column.title, this.#original);
  }

  #changed(): void {
    this.#message.hide();
    const cell = this.#cell;
    if (cell === null || this.#mode === 'idle') return;
    if (cell.column.choices !== null) {
      this.#choices.narrow(this.element.value);
      return;
    }
    if (this.#early !== null) clearTimeout(this.#early);
    this.#early = setTimeout(() => this.commitPending(), EARLY_MS);
  }

  /** Stores what stands in an open cell as far as it can be read; the cell stays open. Composed words wait. */
  commitPending(): void {
    if (this.#mode !== 'idle' && !this.#composing) this.#write(this.element.value);
  }

  #write(text: string): string | null {
    const cell = this.#cell;
    if (cell === null || text === this.#written) return null;
    const message = this.#host.write(cell.row.id, cell.column, text, this.#session);
    if (message === null) this.#written = text;
    return message;
  }

  /** Stores what stands in the input. False when it cannot be read: the cell stays open and says why. */
  #commit(): boolean {
    const message = this.#write(this.element.value);
    this.#message.show(message);
    return message === null;
  }

  /** The cell is left by other means than its keys: what can be read is kept, the rest is told. */
  #leave(): void {
    const cell = this.#cell;
    const message = this.#write(this.element.value);
    if (message !== null && cell !== null) this.#host.refused(cell, message);
    this.#rest();
  }

  #cancel(): void {
    this.element.value = this.#original;
    this.#write(this.#original);
    this.#rest();
  }

  /** Unseen again, holding the cell's text selected. */
  #rest(): void {
    if (this.#early !== null) clearTimeout(this.#early);
    this.#early = null;
    this.#mode = 'idle';
    this.#choices.close();
    this.#message.hide();
    this.element.classList.remove(styles.cellInputOpen ?? '');
    const { parentElement } = this.element;
    const cell = parentElement === null ? null : this.#host.cellOf(parentElement);
    if (cell !== null) this.#cell = cell;
    this.element.value = this.#cell === null ? '' : this.#cell.column.editText(this.#cell.row);
    if (document.activeElement === this.element) this.element.select();
    this.#host.rested();
  }

  #onBlur(): void {
    if (!this.editing) return;
    // Only the window went to the back: the cell stays open, its words are stored.
    if (document.activeElement === this.element) {
      this.commitPending();
      return;
    }
    this.#leave();
  }

  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.editing || this.#cell === null) return;
    event.preventDefault();
    if (text !== '') this.#host.paste(this.#cell, text);
  }

  #onCopy(event: ClipboardEvent, cut: boolean): void {
    if (this.editing || event.clipboardData === null) return;
    if (this.#host.copy(event.clipboardData)) {
      event.preventDefault();
    } else if (this.#cell !== null) {
      event.clipboardData.setData('text/plain', this.element.value);
      event.preventDefault();
      if (cut) this.#clear();
    }
  }

  #clear(): void {
    const cell = this.#cell;
    if (cell === null || this.element.readOnly) return;
    this.#session += 1;
    this.#written = cell.column.editText(cell.row);
    const message = this.#write('');
    if (message !== null) this.#host.refused(cell, message);
    this.#rest();
  }

  #onKey(event: KeyboardEvent): void {
    // Keys an input method takes, Enter and Escape too, are its own.
    if (event.isComposing || this.#composing || event.key === 'Process') {
      event.stopPropagation();
      return;
    }
    const taken = this.editing ? this.#keyWhileEditing(event) : this.#keyAtRest(event);
    if (taken === 'pass') return;
    event.stopPropagation();
    if (taken === 'done') event.preventDefault();
  }

  /** `pass`: the grid's or the window's; `input`: the input's own; `done`: taken care of. */
  #keyWhileEditing(event: KeyboardEvent): 'pass' | 'input' | 'done' {
    const { key, shiftKey } = event;
    if (key === 'Escape') {
      this.#cancel();
      return 'done';
    }
    if (this.#choices.open) {
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        this.#choices.move(key === 'ArrowDown' ? 1 : -1);
        return 'done';
      }
      const { current } = this.#choices;
      if ((key === 'Enter' || key === 'Tab') && current !== null) this.element.value = current.label;
    }
    const way = wayOutOf(key, shiftKey, this.#mode === 'typing');
    if (way !== null) {
      if (!this.#commit()) return 'done';
      const edited = this.#written !== this.#original;
      this.#rest();
      this.#host.move(way, edited);
      return 'done';
    }
    // Changes of the words typed are the input's to take back; the rest belongs to the window.
    if ((event.ctrlKey || event.metaKey) && !/^[acvxyz]$/i.test(key)) return 'pass';
    return /^F\d+$/.test(key) && key !== 'F2' ? 'pass' : 'input';
  }

  #keyAtRest(event: KeyboardEvent): 'pass' | 'input' | 'done' {
    const { key, shiftKey, altKey } = event;
    const cell = this.#cell;
    if (cell === null) return 'pass';
    const leap = leapOf(key, event.ctrlKey || event.metaKey);
    if (leap !== null && !shiftKey && !altKey) {
      this.#host.leap(...leap);
      return 'done';
    }
    if (event.ctrlKey || event.metaKey) {
      if (key === 'a') this.#host.selectAll();
      else if (key === 'd') this.#host.fillFromAbove(cell.row.id, cell.column);
      else if (/^[cvx]$/i.test(key)) return 'input';
      else return 'pass';
      return 'done';
    }
    if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      if (shiftKey) this.#host.moveRow(cell.row.id, key === 'ArrowDown' ? 'down' : 'up');
      else this.edit();
      return 'done';
    }
    if (altKey) return 'pass';
    if (shiftKey && key === ' ') this.#host.toggleRow(cell.row.id);
    else if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp'))
      this.#host.extendSelection(key === 'ArrowDown' ? 'down' : 'up');
    else if (key === 'F2') this.edit();
    else if (key === 'Enter') this.#host.move(shiftKey ? 'up' : 'down', false);
    else if (key === 'Delete') this.#clear();
    else if (key === 'Backspace') this.#startEmpty();
    else return [...key].length === 1 ? 'input' : 'pass';
    return 'done';
  }

  #startEmpty(): void {
    this.#begin('typing');
    if (!this.editing) return;
    this.element.value = '';
    this.#changed();
  }
}
