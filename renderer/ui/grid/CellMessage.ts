import styles from './Grid.module.css';

/** Below a cell that is edited: why what stands in it cannot be read. */
export class CellMessage {
  readonly #element = document.createElement('div');
  readonly #input: HTMLInputElement;

  constructor(input: HTMLInputElement) {
    this.#input = input;
    this.#element.className = styles.cellMessage ?? '';
    this.#element.setAttribute('role', 'alert');
  }

  /** Null says nothing. */
  show(message: string | null): void {
    if (message === null) {
      this.hide();
      return;
    }
    const { left, bottom } = this.#input.getBoundingClientRect();
    this.#input.setAttribute('aria-invalid', 'true');
    this.#element.textContent = message;
    this.#element.style.left = `${Math.min(left, window.innerWidth - 320)}px`;
    this.#element.style.top = `${bottom + 2}px`;
    document.body.append(this.#element);
  }

  hide(): void {
    this.#input.setAttribute('aria-invalid', 'false');
    this.#element.remove();
  }
}
