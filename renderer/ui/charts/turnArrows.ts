import type { KeyboardEvent } from 'react';

const TURNED: { readonly [key: string]: string } = {
  ArrowDown: 'ArrowLeft',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowRight',
  ArrowLeft: 'ArrowRight',
};

/**
 * In a chart of lying bars the library goes upwards with the right arrow and does not know up and down: the keys
 * are handed on as it understands them, so that down and right lead to the next bar.
 */
export function turnArrows(event: KeyboardEvent<HTMLElement>): void {
  const key = TURNED[event.key];
  if (key === undefined || !event.isTrusted || !(event.target instanceof Element)) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}
