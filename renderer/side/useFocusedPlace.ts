import { useEffect, useState } from 'react';
import { pageKey, usePlace } from '../app/navigation.ts';

/**
 * Path of the place of the page the user works at (`project.name`), by the focus; it stays when the focus goes to
 * the side, and is null again on another page.
 */
export function useFocusedPlace(): string | null {
  const page = pageKey(usePlace());
  const [focused, setFocused] = useState<{ readonly page: string; readonly at: string } | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest('main') === null) return;
      const at = target.closest<HTMLElement>('[data-at]')?.dataset.at;
      setFocused(at === undefined ? null : { page, at });
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [page]);
  return focused !== null && focused.page === page ? focused.at : null;
}
