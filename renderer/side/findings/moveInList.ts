/** The control an arrow key, Home or End leads to from the row one is in; null when the key leads nowhere. */
export function moveInList(
  controls: readonly HTMLElement[],
  row: Element | null,
  key: string,
): HTMLElement | null {
  if (row === null) return null;
  const here = controls.findIndex((control) => row.contains(control));
  switch (key) {
    case 'ArrowDown':
      return controls[here + 1] ?? null;
    case 'ArrowUp':
      return controls[here - 1] ?? null;
    case 'Home':
      return controls[0] ?? null;
    case 'End':
      return controls.at(-1) ?? null;
    default:
      return null;
  }
}
