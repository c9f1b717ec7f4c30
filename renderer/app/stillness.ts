/** Where the keyboard was when the page was stilled. */
let before: Element | null = null;

/**
 * Lets nothing be typed or clicked while the draft on show is on its way out: it could no longer be saved. Words
 * still being written are handed over first, as when a field is left.
 */
export function holdStill(): void {
  const root = page();
  if (root === null || root.inert) return;
  before = document.activeElement;
  // At once, so that what the field hands over comes before the next save.
  if (before instanceof HTMLElement && before !== document.body) before.blur();
  root.inert = true;
}

/** Ends `holdStill`. The keyboard goes back to where it was, if that is still there and nothing else took it. */
export function letGo(): void {
  const root = page();
  if (root === null || !root.inert) return;
  root.inert = false;
  const isFree = document.activeElement === null || document.activeElement === document.body;
  if (isFree && before instanceof HTMLElement && before.isConnected) before.focus();
  before = null;
}

const page = (): HTMLElement | null => document.getElementById('root');
