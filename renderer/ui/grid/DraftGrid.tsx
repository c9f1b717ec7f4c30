import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Edit } from '../../../shared/edits/edit.ts';
import { useFocusWish, wishGranted } from '../../app/navigation.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit, undo } from '../../draft/edit.ts';
import type { Change } from '../../draft/history.ts';
import { useDraft, useReadOnly } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import styles from './Grid.module.css';
import { Grid } from './Grid.tsx';
import type { GridChange } from './GridChange.ts';
import { type GridMarks, gridMarks, withMarks } from './gridMarks.ts';

type DraftGridProps<Row> = Omit<
  Parameters<typeof Grid<Row & { readonly id: string }>>[0],
  'marks' | 'readOnly' | 'onChange' | 'notice' | 'onUndoPaste' | 'wish' | 'onWishGranted' | 'rows'
> & {
  readonly rows: readonly Row[];
  /** Path of the list, as findings name it: `invoices`, `ledger[ledger-1].rows`. */
  readonly at: string;
  /** Marks besides those of the checks: what the page itself works out. */
  readonly ownMarks?: GridMarks;
  /** All of it is one step of undo. */
  readonly toEdit: (change: Pick<GridChange<Row>, 'save' | 'remove' | 'order'>) => Edit | readonly Edit[];
};

/**
 * A grid over a list of the open draft: its changes are edits (saved, judged, undone like all others), its cells
 * bear the checks' marks, and a wish to see one of its places scrolls to it.
 */
export function DraftGrid<Row extends { readonly id: string }>({
  at,
  toEdit,
  ownMarks,
  ...props
}: DraftGridProps<Row>) {
  const readOnly = useReadOnly();
  const report = useReport();
  const marks = useMemo(() => {
    const found = gridMarks(report, at);
    return ownMarks === undefined ? found : withMarks(found, ownMarks);
  }, [report, at, ownMarks]);
  /** The last removal or paste: offered to be taken back as long as nothing was done since. */
  const [done, setDone] = useState<{ readonly change: Change; readonly removed: number } | null>(null);
  const last = useDraft(({ past }) => past.at(-1));
  const focusWish = useFocusWish();
  const wish = useMemo(() => (focusWish === null ? null : rowWish(focusWish, at)), [focusWish, at]);

  const change = useCallback(
    ({ kind, save, remove, order, mergeKey, at: cell }: GridChange<Row>): void => {
      const place = cell === undefined ? at : `${at}[${cell.row}].${cell.column}`;
      edit([toEdit({ save, remove, ...(order === undefined ? {} : { order }) })].flat(), {
        at: place,
        ...(mergeKey === undefined ? {} : { mergeKey }),
      });
      const made = draftStore.getState()?.past.at(-1);
      setDone(
        made !== undefined && (kind === 'remove' || kind === 'paste')
          ? { change: made, removed: remove.length }
          : null,
      );
    },
    [at, toEdit],
  );
  const isLast = done !== null && done.change === last;
  const notice = isLast && done.removed > 0 && (
    <p className={styles.removed} role="status">
      已删除 {done.removed} 行
      <Button type="link" size="small" onClick={() => undo()}>
        撤销
      </Button>
    </p>
  );
  return (
    <Grid<Row>
      {...props}
      marks={marks}
      readOnly={readOnly}
      onChange={change}
      notice={notice}
      onUndoPaste={isLast ? () => undo() : null}
      wish={wish}
      onWishGranted={wishGranted}
    />
  );
}

/** The row and column a wish means; null when it means none of this list. */
function rowWish(
  { at, ticket }: { readonly at: string; readonly ticket: number },
  list: string,
): { readonly row: string; readonly column: string | null; readonly ticket: number } | null {
  if (!at.startsWith(`${list}[`)) return null;
  const end = at.indexOf(']', list.length);
  if (end < 0) return null;
  const column = at.slice(end + 2);
  return { row: at.slice(list.length + 1, end), column: column === '' ? null : column, ticket };
}
