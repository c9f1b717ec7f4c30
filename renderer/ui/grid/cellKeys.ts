/** Where a key leads out of a cell that is edited. */
export type WayOut = 'down' | 'up' | 'left' | 'right' | 'next' | 'previous';

/**
 * The way a key leads out of a cell that is edited; null for keys that stay in it.
 * @param arrows whether the arrows to the sides leave too: not while one moves inside of the text (F2)
 */
export function wayOutOf(key: string, shift: boolean, arrows: boolean): WayOut | null {
  if (key === 'Enter') return shift ? 'up' : 'down';
  if (key === 'Tab') return shift ? 'previous' : 'next';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (arrows && key === 'ArrowLeft') return 'left';
  if (arrows && key === 'ArrowRight') return 'right';
  return null;
}

type Edge = 'first' | 'last' | null;

/** The edges a key leaps to, as in a spreadsheet; null for other keys. */
export function leapOf(key: string, mod: boolean): readonly [row: Edge, column: Edge] | null {
  switch (key) {
    case 'Home':
      return [mod ? 'first' : null, 'first'];
    case 'End':
      return [mod ? 'last' : null, 'last'];
    case 'ArrowUp':
      return mod ? ['first', null] : null;
    case 'ArrowDown':
      return mod ? ['last', null] : null;
    case 'ArrowLeft':
      return mod ? [null, 'first'] : null;
    case 'ArrowRight':
      return mod ? [null, 'last'] : null;
    default:
      return null;
  }
}
