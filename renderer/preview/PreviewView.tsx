import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePlace } from '../app/navigation.ts';
import { useLayout } from '../app/preferences.ts';
import { useCall } from '../draft/useDraft.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { PageSheet } from './PageSheet.tsx';
import { PreviewTools } from './PreviewTools.tsx';
import styles from './PreviewView.module.css';
import { FULL_WIDTH, fitWidth, GAP, layoutPages, pageAt, rowOf, rowsInView } from './pageLayout.ts';
import { pageOfPlace, pageOfSpot, type Spot, spotOf } from './pagePlaces.ts';
import { refreshNow, useFreshPreview, usePreview } from './previewStore.ts';
import { useRoom } from './useRoom.ts';

type PreviewViewProps = {
  /** Name its zoom and the like are kept under. */
  readonly name: string;
  /** Scrolls to what is worked on, when the person goes to another section. */
  readonly follows: boolean;
};

/** As wide as this, an open book is easier to read than single pages. */
const BOOK_WIDTH = 640;

/** The bundle page by page, fresh while it is on the screen: real pages, only those in view drawn. */
export function PreviewView({ name, follows }: PreviewViewProps) {
  useFreshPreview();
  const shown = usePreview((state) => state.shown);
  const updating = usePreview((state) => state.updating);
  const problem = usePreview((state) => state.problem);
  const call = useCall();
  const place = usePlace();
  const [zoom, setZoom] = useLayout<number>(`preview.${name}.zoom`, 0);
  const [asBook, setAsBook] = useLayout<boolean>(`preview.${name}.book`, true);
  const [withSeals, setWithSeals] = useLayout<boolean>('preview.seals', true);

  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller, shown !== null);
  const [top, setTop] = useState(0);
  const preview = shown?.preview ?? null;
  const maySpread = preview?.duplex === true && room.width >= BOOK_WIDTH;
  const spreads = maySpread && asBook;
  const layout = useMemo(
    () =>
      layoutPages(
        preview?.pages.length ?? 0,
        zoom === 0 ? fitWidth(room.width, spreads) : zoom * FULL_WIDTH,
        spreads,
      ),
    [preview, room.width, spreads, zoom],
  );

  // Where one is reading, told by what stands there: pages before it may come and go.
  const reading = useRef<{ readonly spot: Spot; readonly index: number; readonly within: number }>({
    spot: { anchor: null, pages: 0 },
    index: 0,
    within: 0,
  });
  const noteReading = useCallback(() => {
    const box = scroller.current;
    if (box === null || preview === null) return;
    const row = layout.rows[Math.min(layout.rows.length - 1, Math.floor(box.scrollTop / layout.rowHeight))];
    if (row === undefined) return;
    const index = row.right ?? row.left ?? 0;
    reading.current = {
      spot: spotOf(preview, index),
      index,
      within: (box.scrollTop - row.top) / layout.rowHeight,
    };
    setTop(box.scrollTop);
  }, [layout, preview]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || preview === null) return;
    const { spot, index, within } = reading.current;
    const now = Math.min(preview.pages.length - 1, Math.max(0, pageOfSpot(preview, spot, index)));
    box.scrollTop = (rowOf(now, layout.spreads) + within) * layout.rowHeight;
    setTop(box.scrollTop);
  }, [layout, preview]);

  // Of two pages side by side, the one that was asked for is the one being read.
  const [asked, setAsked] = useState(0);
  const showPage = useCallback(
    (index: number) => {
      setAsked(index);
      const box = scroller.current;
      if (box !== null) box.scrollTop = rowOf(index, layout.spreads) * layout.rowHeight;
    },
    [layout],
  );

  // A page reached by keys takes the focus once it is there.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null || top < 0) return;
    const page = scroller.current?.querySelector<HTMLElement>(`[data-page="${wanted.current}"] button`);
    if (page === null || page === undefined) return;
    wanted.current = null;
    page.focus({ preventScroll: true });
  }, [top]);

  // Following: the section gone to is shown, unless it was gone to from its page.
  const jumped = useRef(false);
  const followed = useRef<unknown>(null);
  useEffect(() => {
    if (!follows || preview === null || followed.current === place) return;
    followed.current = place;
    if (jumped.current) {
      jumped.current = false;
      return;
    }
    const page = pageOfPlace(call, preview, place);
    if (page !== null) showPage(page);
  }, [call, follows, place, preview, showPage]);

  if (shown === null)
    return (
      <div className={styles.view}>
        {problem === null ? (
          <p className={styles.first} role="status">
            <Spinner />
            正在排版，第一次需要几秒钟
          </p>
        ) : (
          <EmptyState title="预览没有排出来" action={<Button onClick={refreshNow}>重新排版</Button>}>
            {problem}
          </EmptyState>
        )}
      </div>
    );

  const { first, last } = rowsInView(layout, top, room.height);
  const seen = pageAt(layout, top);
  const current = rowOf(asked, layout.spreads) === rowOf(seen, layout.spreads) ? asked : seen;
  const inner = layout.spreads ? layout.page.width * 2 + GAP : layout.page.width;
  const start = Math.max(GAP, (room.width - inner) / 2);
  const sheets = layout.rows
    .slice(first, last + 1)
    .flatMap((row) => [
      ...(row.left === null ? [] : [{ index: row.left, left: start, top: row.top }]),
      ...(row.right === null
        ? []
        : [{ index: row.right, left: start + (layout.spreads ? layout.page.width + GAP : 0), top: row.top }]),
    ]);

  return (
    <div className={styles.view}>
      <PreviewTools
        pages={shown.preview.pages}
        current={current}
        zoom={zoom}
        zoomShown={layout.page.width / FULL_WIDTH}
        onZoom={setZoom}
        book={maySpread ? asBook : null}
        onBook={setAsBook}
        withSeals={withSeals}
        onSeals={setWithSeals}
        updating={updating}
        onPage={showPage}
      />
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem} <Button onClick={refreshNow}>重新排版</Button>
        </p>
      )}
      <div ref={scroller} className={styles.scroller} onScroll={noteReading}>
        <ol
          className={styles.pages}
          style={{ height: layout.height, minWidth: inner + 2 * GAP }}
          aria-label="预览页面"
        >
          {sheets.map(({ index, left, top: sheetTop }) => (
            <PageSheet
              key={index}
              pdf={shown.pdf}
              preview={shown.preview}
              index={index}
              left={left}
              top={sheetTop}
              width={layout.page.width}
              height={layout.page.height}
              withSeals={withSeals}
              current={index === current}
              onKeyDown={(event) => {
                const target = rowKeys(event.key, rowOf(index, layout.spreads), layout.rows.length);
                const to = target === null ? undefined : layout.rows[target];
                if (to === undefined) return;
                event.preventDefault();
                wanted.current = to.right ?? to.left;
                showPage(wanted.current ?? 0);
              }}
              onJump={() => {
                jumped.current = true;
              }}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Row a key leads to; null for any other key. */
function rowKeys(key: string, row: number, rows: number): number | null {
  switch (key) {
    case 'PageDown':
      return Math.min(rows - 1, row + 1);
    case 'PageUp':
      return Math.max(0, row - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}
