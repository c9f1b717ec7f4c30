const TABBABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex]';

/**
 * Leads the focus out of a grid, to the first control behind it or the last one before it: with ten thousand rows
 * Tab alone would take too long. False when there is none.
 */
export function leaveGrid(grid: HTMLElement, way: 'behind' | 'before'): boolean {
  const side = way === 'behind' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const found = [...document.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !grid.contains(element) &&
      (grid.compareDocumentPosition(element) & side) !== 0 &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const target = way === 'behind' ? found[0] : found.at(-1);
  target?.focus();
  return target !== undefined;
}
