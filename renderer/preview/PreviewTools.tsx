import { useState } from 'react';
import type { PreviewPage } from '../../shared/contract/Preview.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './PreviewTools.module.css';
import { pageWords } from './pageWords.ts';

type PreviewToolsProps = {
  readonly pages: readonly PreviewPage[];
  /** Page one is reading, from 0. */
  readonly current: number;
  /** 0 fits the width. */
  readonly zoom: number;
  /** What that is in effect, 1 for the size of the paper. */
  readonly zoomShown: number;
  readonly onZoom: (zoom: number) => void;
  /** Whether pages are shown as an open book; null where they cannot be. */
  readonly book: boolean | null;
  readonly onBook: (book: boolean) => void;
  readonly withSeals: boolean;
  readonly onSeals: (withSeals: boolean) => void;
  readonly updating: boolean;
  readonly onPage: (index: number) => void;
};

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];

export function PreviewTools(props: PreviewToolsProps) {
  const { pages, current, zoom, zoomShown, onZoom, book, onBook, withSeals, onSeals, updating, onPage } =
    props;
  const larger = STEPS.find((step) => step > zoomShown * 1.01);
  const smaller = STEPS.findLast((step) => step < zoomShown * 0.99);
  return (
    <div className={styles.tools} role="toolbar" aria-label="预览">
      <PageBox pages={pages} current={current} onPage={onPage} />
      <span className={styles.group}>
        <Button
          look="quiet"
          aria-label="缩小"
          disabled={smaller === undefined}
          onClick={() => smaller !== undefined && onZoom(smaller)}
        >
          －
        </Button>
        <Button
          look="quiet"
          aria-pressed={zoom === 0}
          title="按宽度显示"
          onClick={() => onZoom(0)}
          className={styles.fit}
        >
          {zoom === 0 ? '适宽' : `${Math.round(zoomShown * 100)}%`}
        </Button>
        <Button
          look="quiet"
          aria-label="放大"
          disabled={larger === undefined}
          onClick={() => larger !== undefined && onZoom(larger)}
        >
          ＋
        </Button>
      </span>
      {book === null ? null : (
        <label className={styles.option}>
          <input type="checkbox" checked={book} onChange={({ target }) => onBook(target.checked)} />
          双页
        </label>
      )}
      <label className={styles.option}>
        <input type="checkbox" checked={withSeals} onChange={({ target }) => onSeals(target.checked)} />
        印章
      </label>
      <span className={styles.state} role="status">
        {updating ? (
          <>
            <Spinner small />
            正在更新
          </>
        ) : null}
      </span>
    </div>
  );
}

type PageBoxProps = Pick<PreviewToolsProps, 'pages' | 'current' | 'onPage'>;

/** Takes the number printed on a page; shows the one of the page in view. */
function PageBox({ pages, current, onPage }: PageBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const page = pages[current];
  const shown = page === undefined ? '' : (page.printed?.toString() ?? '');
  const go = (): void => {
    const wanted = Number(typed);
    setTyped(null);
    if (typed === null || typed.trim() === '' || !Number.isInteger(wanted)) return;
    // Blank pages count and bear no number: the one before it is meant.
    const index = pages.findLastIndex(({ printed }) => printed !== null && printed <= wanted);
    onPage(Math.max(0, index));
  };
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        className={styles.page}
        aria-label="页码"
        inputMode="numeric"
        value={typed ?? shown}
        placeholder={page === undefined ? '' : pageWords(page, current)}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => setTyped(null)}
      />
      <span className={styles.count}>共 {pages.length} 页</span>
    </form>
  );
}
