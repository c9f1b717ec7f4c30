import { useLayoutEffect, useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme that holds: the one chosen, or the system's. Marks the document with it. */
export function useTheme(): 'light' | 'dark' {
  const chosen = usePreferences(({ theme }) => theme);
  const system = useSyncExternalStore(listen, () => (dark.matches ? 'dark' : 'light'));
  const theme = chosen === 'system' ? system : chosen;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}

function listen(changed: () => void): () => void {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}
