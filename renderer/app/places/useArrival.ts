import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { pageKey, useFocusWish, usePlace, wishGranted } from '../navigation.ts';
import { showPlace } from './showPlace.ts';

/** A page that comes in parts (chunks, grids) is given this long to show the very place. */
const PATIENCE_MS = 2500;
/** After this what holds the place is good enough for now. */
const AROUND_MS = 500;
const LOOK_EVERY_MS = 60;

const scrolled = new Map<string, number>();

/**
 * What happens on arriving at a page: the focus on its heading and the page where it was left, or, with a wish,
 * the very place. `page` is the element that scrolls.
 */
export function useArrival(page: RefObject<HTMLElement | null>): void {
  const place = usePlace();
  const wish = useFocusWish();
  const key = pageKey(place);
  const arrivedBefore = useRef<string | null>(null);

  useLayoutEffect(() => {
    const element = page.current;
    if (element === null) return;
    const remember = () => scrolled.set(key, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [page, key]);

  useEffect(() => {
    const element = page.current;
    if (element === null || wish !== null || arrivedBefore.current === key) return;
    const firstPage = arrivedBefore.current === null;
    arrivedBefore.current = key;
    const top = scrolled.get(key) ?? 0;
    return until((waited) => {
      const heading = element.querySelector<HTMLElement>('h1');
      if (heading === null && waited < PATIENCE_MS) return false;
      const target = heading ?? element;
      if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
      // The first page of all does not take the focus from a dialog or the start page's button at once.
      if (!firstPage || document.activeElement === document.body) target.focus({ preventScroll: true });
      element.scrollTop = top;
      return element.scrollTop === top || waited > AROUND_MS;
    });
  }, [page, key, wish]);

  useEffect(() => {
    const element = page.current;
    if (element === null || wish === null) return;
    arrivedBefore.current = key;
    let around = false;
    return until((waited) => {
      if (showPlace(element, wish.at, 'exact') === 'exact') {
        wishGranted(wish.ticket);
        return true;
      }
      if (!around && waited > AROUND_MS) around = showPlace(element, wish.at, 'around') === 'around';
      return waited > PATIENCE_MS;
    });
  }, [page, key, wish]);
}

/** Looks again and again until done; returns what stops it. */
function until(look: (waitedMs: number) => boolean): () => void {
  const begun = performance.now();
  if (look(0)) return () => undefined;
  const timer = setInterval(() => {
    if (look(performance.now() - begun)) clearInterval(timer);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
