import type { KeyboardEvent } from 'react';

/** Esc belongs to the list that is open inside a dialog; the dialog, with all that was chosen in it, stays. */
export function escapeClosesListFirst(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key === 'Escape' && event.currentTarget.querySelector('.ant-select-open') !== null)
    event.preventDefault();
}
