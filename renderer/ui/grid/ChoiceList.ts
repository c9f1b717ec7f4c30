import styles from './Grid.module.css';
import type { CellChoice } from './gridColumn.ts';

let lists = 0;

/** The list below a choice cell while it is edited: narrowed by what is typed, moved through with the arrows. */
export class ChoiceList {
  readonly #element = document.createElement('ul');
  readonly #input: HTMLInputElement;
  readonly #pick: (choice: CellChoice) => void;
  #choices: readonly CellChoice[] = [];
  #shown: readonly CellChoice[] = [];
  #at = 0;

  /** @param pick told when a choice is taken with the mouse */
  constructor(input: HTMLInputElement, pick: (choice: CellChoice) => void) {
    this.#input = input;
    this.#pick = pick;
    lists += 1;
    this.#element.id = `grid-choices-${lists}`;
    this.#element.className = styles.choices ?? '';
    this.#element.setAttribute('role', 'listbox');
    // The focus stays in the cell.
    this.#element.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      const choice = this.#shown[Number(option?.dataset.index ?? -1)];
      if (choice !== undefined) this.#pick(choice);
    });
  }

  get open(): boolean {
    return this.#element.isConnected;
  }

  /** The choice that Enter takes; null when what is typed fits none. */
  get current(): CellChoice | null {
    return this.#shown[this.#at] ?? null;
  }

  show(choices: readonly CellChoice[], label: string, selected: string): void {
    this.#choices = choices;
    this.#element.setAttribute('aria-label', label);
    document.body.append(this.#element);
    this.#input.setAttribute('role', 'combobox');
    this.#input.setAttribute('aria-expanded', 'true');
    this.#input.setAttribute('aria-controls', this.#element.id);
    this.narrow('');
    const at = this.#shown.findIndex(({ label: one }) => one === selected);
    this.#moveTo(Math.max(at, 0));
    this.#place();
  }

  /** Shows the choices that hold the words typed. */
  narrow(words: string): void {
    const wanted = words.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    this.#shown = this.#choices.filter(({ label }) =>
      label.normalize('NFKC').replace(/\s/g, '').toUpperCase().includes(wanted),
    );
    const options = this.#shown.map(({ label }, index) => {
      const option = document.createElement('li');
      option.id = `${this.#element.id}-${index}`;
      option.dataset.index = String(index);
      option.setAttribute('role', 'option');
      option.textContent = label;
      return option;
    });
    if (options.length === 0) {
      const none = document.createElement('li');
      none.className = styles.noChoice ?? '';
      none.textContent = `没有含“${words}”的选项`;
      options.push(none);
    }
    this.#element.replaceChildren(...options);
    this.#moveTo(0);
  }

  move(by: number): void {
    const count = this.#shown.length;
    if (count > 0) this.#moveTo((this.#at + by + count) % count);
  }

  close(): void {
    if (!this.open) return;
    this.#element.remove();
    this.#input.removeAttribute('role');
    for (const name of ['aria-expanded', 'aria-controls', 'aria-activedescendant'])
      this.#input.removeAttribute(name);
  }

  #moveTo(at: number): void {
    this.#at = at;
    for (const [index, option] of [...this.#element.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at && this.#shown.length > 0) {
        this.#input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  /** Below the cell, or above it where there is more room. */
  #place(): void {
    const cell = this.#input.getBoundingClientRect();
    const below = window.innerHeight - cell.bottom - 8;
    const above = cell.top - 8;
    const up = below < 200 && above > below;
    const { style } = this.#element;
    style.left = `${Math.min(cell.left, window.innerWidth - 240)}px`;
    style.minWidth = `${Math.max(cell.width, 160)}px`;
    style.maxHeight = `${Math.min(up ? above : below, 320)}px`;
    if (up) style.bottom = `${window.innerHeight - cell.top}px`;
    else style.top = `${cell.bottom}px`;
    style[up ? 'top' : 'bottom'] = 'auto';
  }
}
