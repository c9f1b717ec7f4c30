import { useCallback, useEffect, useRef, useState, useTransition } from 'react';

const REST_MS = 220;

export type FocusedCell = { readonly row: string; readonly column: string };

/**
 * The cell in focus, told when hands rest: typing down the rows never waits for what stands beside the table.
 * `onKeyDownCapture` of what holds the table keeps it waiting while keys come.
 */
export function useRestingCell(): {
  readonly resting: FocusedCell | null;
  readonly focusCell: (row: string | null, column: string | null) => void;
  readonly onKeyDownCapture: () => void;
} {
  const [resting, setResting] = useState<FocusedCell | null>(null);
  const [, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<FocusedCell | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    const cell = wanted.current;
    if (cell !== null) timer.current = setTimeout(() => startTransition(() => setResting(cell)), REST_MS);
  }, []);
  const focusCell = useCallback(
    (row: string | null, column: string | null) => {
      if (row === null || column === null) return;
      if (wanted.current?.row === row && wanted.current.column === column) return;
      wanted.current = { row, column };
      rest();
    },
    [rest],
  );
  const onKeyDownCapture = useCallback(() => {
    if (wanted.current !== resting) rest();
  }, [resting, rest]);
  return { resting, focusCell, onKeyDownCapture };
}
