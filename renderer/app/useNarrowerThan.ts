import { useSyncExternalStore } from 'react';

/** Whether the window is narrower than so many pixels of the page; at 200 % zoom it has half of them. */
export function useNarrowerThan(pixels: number): boolean {
  return useSyncExternalStore(listen, () => window.innerWidth < pixels);
}

function listen(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
