import { findPlace } from './findPlace.ts';

const focusable =
  'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable=true], button:not(:disabled), [tabindex="0"]';

/**
 * Leads the eye and the focus to a place of the page. Returns whether it was shown itself (`exact`), only what
 * holds it (`around`), or nothing of it.
 */
export function showPlace(page: Element, at: string, take: 'exact' | 'around'): 'exact' | 'around' | 'none' {
  const shown = [...page.querySelectorAll<HTMLElement>('[data-at]')].map((element) => ({
    element,
    at: element.dataset.at ?? '',
  }));
  const place = findPlace(shown, at);
  if (place === null || (take === 'exact' && !place.exact)) return 'none';
  const { element } = place.found;
  const control = element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable);
  // Of what is taller than the page the beginning is shown, where its first control is.
  const block = element.offsetHeight > page.clientHeight ? 'start' : 'center';
  element.scrollIntoView({ block, behavior: 'instant' });
  if (control !== null) control.focus({ preventScroll: true });
  else focusItself(element);
  highlight(element);
  return place.exact ? 'exact' : 'around';
}

function focusItself(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** React knows nothing of the attribute, so it neither sets nor removes it. */
function highlight(element: HTMLElement): void {
  element.removeAttribute('data-found');
  // Read the layout in between, so that the animation begins anew.
  void element.offsetWidth;
  element.setAttribute('data-found', '');
  setTimeout(() => element.removeAttribute('data-found'), 2500);
}
