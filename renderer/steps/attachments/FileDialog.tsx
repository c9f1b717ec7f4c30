import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { statementFields } from '../../../shared/calls/statementFields.ts';
import { boundPages, fileTitle } from '../../../shared/documents/attachmentGroups.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { edit } from '../../draft/edit.ts';
import { useCall, useReadOnly } from '../../draft/useDraft.ts';
import { clampZoom, LEAST_ZOOM, MOST_ZOOM, PageView } from '../../evidence/PageView.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { omitPages, turnFile } from './attachmentEdits.ts';
import styles from './FileDialog.module.css';
import { blankPagesBound, fileInShort } from './fileWords.ts';
import { PagePicture } from './PagePicture.tsx';
import { StatementFigures } from './StatementFigures.tsx';

/** A file may have twenty thousand pages; of those far from the one looked at only the number is shown. */
const AROUND = 40;

/** One step of the buttons. */
const ZOOM_STEP = 1.25;

/**
 * The pages of a file, large and small: look at them, turn them, leave some out. Arrows page, Space leaves out. A page
 * is shown as a whole, or zoomed; a statement whose figures are typed beside it as wide as there is room, to be read.
 */
export function FileDialog({
  file,
  first,
  onClose,
}: {
  readonly file: Attachment;
  readonly first: number;
  readonly onClose: () => void;
}) {
  const readOnly = useReadOnly();
  const call = useCall();
  const isStatement = statementFields(call).some(({ kind }) => kind === file.kind);
  const pages = file.pages ?? 1;
  /** Times the width of the room; null shows the whole page. */
  const [zoom, setZoom] = useState<number | null>(isStatement ? 1 : null);
  const [page, setPage] = useState(Math.min(first, pages));
  const at = `attachments[${file.id}]`;
  const sheet = useRef<HTMLElement>(null);
  const zoomed = zoom !== null;
  // What had the focus is another thing when a page is zoomed or whole again; on a button or a figure it stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when what is shown changes
  useEffect(() => {
    const at = document.activeElement;
    if (at !== null && at !== document.body && at !== sheet.current) return;
    const room = sheet.current?.querySelector<HTMLElement>('[data-first]');
    (room ?? sheet.current)?.focus();
  }, [zoomed]);
  const omitted = new Set(file.omitPages);
  const left = boundPages(file) ?? 1;
  const isOmitted = omitted.has(page);
  const toggle = (which: number): void => {
    const edits = omitPages(file, [which], !omitted.has(which));
    if (edits.length > 0) edit(edits, { at });
  };
  const blank = blankPagesBound(file);
  const omitBlank = blank.length === 0 ? [] : omitPages(file, blank, true);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A page that is larger than its room is scrolled by them.
    const scrolls = zoom !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
    const next = scrolls ? null : pageAfter(event.key, page, pages);
    if (next !== null) setPage(next);
    else if (event.key === ' ' && !readOnly && pages > 1 && !isControl(event.target)) toggle(page);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={fileTitle(file)} width={isStatement ? 1600 : 1100} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog; every one has a button too */}
      <div className={styles.inside} onKeyDown={onKeyDown}>
        <div className={isStatement ? styles.narrowSide : styles.side}>
          <p className={styles.facts}>
            {file.name === fileTitle(file) ? null : <span>{file.name}</span>}
            {fileInShort(file)}
          </p>
          {pages > 1 ? <Strip {...{ file, page, pages, omitted, setPage, toggle, readOnly }} /> : null}
        </div>
        <div className={styles.main}>
          <div className={styles.tools}>
            <Button
              look="quiet"
              icon="chevronLeft"
              aria-label="上一页"
              disabled={page <= 1}
              onClick={() => setPage(page - 1)}
            />
            <span className={styles.number} aria-live="polite">
              第 {page} / {pages} 页{isOmitted ? '，不装订' : ''}
            </span>
            <Button
              look="quiet"
              icon="chevronRight"
              aria-label="下一页"
              disabled={page >= pages}
              onClick={() => setPage(page + 1)}
            />
            <span className={styles.zoom}>
              <Button
                aria-label="缩小"
                disabled={zoom === null}
                onClick={() =>
                  setZoom(zoom === null || zoom / ZOOM_STEP < LEAST_ZOOM ? null : zoom / ZOOM_STEP)
                }
              >
                −
              </Button>
              <Button onClick={() => setZoom(zoom === null ? 1 : null)}>
                {zoom === null ? '适合宽度' : '整页'}
              </Button>
              <Button
                aria-label="放大"
                disabled={zoom === MOST_ZOOM}
                onClick={() => setZoom(zoom === null ? 1 : clampZoom(zoom * ZOOM_STEP))}
              >
                ＋
              </Button>
            </span>
            {readOnly || file.pages === null ? null : (
              <>
                <Button onClick={() => edit(turnFile(file), { at })}>顺时针转 90°</Button>
                {pages > 1 ? (
                  <Button disabled={!isOmitted && left <= 1} onClick={() => toggle(page)}>
                    {isOmitted ? '装订这一页' : '不装订这一页'}
                  </Button>
                ) : null}
                {omitBlank.length === 0 ? null : (
                  <Button onClick={() => edit(omitBlank, { at })}>不装订空白页（{blank.length} 页）</Button>
                )}
                {!isOmitted && left <= 1 && pages > 1 ? (
                  <span className={styles.facts}>至少要装订一页；整份不要请移除文件。</span>
                ) : null}
              </>
            )}
          </div>
          {/* The focus rests here at first, or on the room of a zoomed page, so that the arrows page and scroll at once. */}
          <section
            className={isOmitted ? styles.omittedSheet : styles.sheet}
            ref={sheet}
            data-first={zoom === null ? '' : undefined}
            data-zoomed={zoom !== null}
            tabIndex={-1}
            aria-label="页面，用方向键翻页"
            onWheel={(event) => {
              if (event.ctrlKey && zoom === null && event.deltaY < 0) setZoom(1);
            }}
          >
            {zoom === null ? (
              // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons above do the same
              <span className={styles.whole} title="点一下放大" onClick={() => setZoom(1)}>
                <PagePicture
                  key={page}
                  file={file}
                  page={page}
                  width={800}
                  alt={`第 ${page} 页`}
                  lazy={false}
                />
              </span>
            ) : (
              // One and the same for all pages: it keeps the focus, which the arrows are heard from.
              <PageView
                first
                file={file}
                page={page}
                turn={file.rotate}
                boxes={[]}
                zoom={zoom}
                onZoom={setZoom}
                label={`第 ${page} 页，Ctrl+滚轮缩放`}
              />
            )}
            {isOmitted ? <span className={styles.stamp}>不装订</span> : null}
          </section>
        </div>
        <StatementFigures kind={file.kind} />
      </div>
    </Dialog>
  );
}

function Strip({
  file,
  page,
  pages,
  omitted,
  setPage,
  toggle,
  readOnly,
}: {
  readonly file: Attachment;
  readonly page: number;
  readonly pages: number;
  readonly omitted: ReadonlySet<number>;
  readonly setPage: (page: number) => void;
  readonly toggle: (page: number) => void;
  readonly readOnly: boolean;
}) {
  const here = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's own cell has moved
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [page]);
  const from = Math.max(1, page - AROUND);
  const to = Math.min(pages, page + AROUND);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <>
      <p className={styles.facts}>{readOnly ? '点一页翻到那里' : '点一页翻到那里；勾掉的不装订'}</p>
      <ol className={styles.strip} aria-label="全部页面">
        {from > 1 ? <li className={styles.gap}>第 1–{from - 1} 页在上面，按 Home 或 PageUp 翻过去</li> : null}
        {numbers.map((number) => (
          <li
            key={number}
            ref={number === page ? here : null}
            className={number === page ? styles.current : styles.cell}
          >
            <button
              type="button"
              className={omitted.has(number) ? styles.omittedThumb : styles.thumb}
              aria-label={`第 ${number} 页${omitted.has(number) ? '，不装订' : ''}`}
              aria-current={number === page}
              onClick={() => setPage(number)}
            >
              <PagePicture file={file} page={number} width={72} alt="" />
            </button>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={!omitted.has(number)}
                disabled={readOnly || (!omitted.has(number) && omitted.size >= pages - 1)}
                onChange={() => toggle(number)}
                aria-label={`装订第 ${number} 页`}
              />
              {number}
              {file.blankPages.includes(number) ? <span className={styles.blank}>空白</span> : null}
            </label>
          </li>
        ))}
        {to < pages ? (
          <li className={styles.gap}>
            <Icon name="more" /> 还有 {pages - to} 页
          </li>
        ) : null}
      </ol>
    </>
  );
}

function pageAfter(key: string, page: number, pages: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(1, page - (key === 'PageUp' ? 10 : 1));
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
      return Math.min(pages, page + (key === 'PageDown' ? 10 : 1));
    case 'Home':
      return 1;
    case 'End':
      return pages;
    default:
      return null;
  }
}

/** Space already means something on buttons and boxes. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input, label, select, textarea') !== null;
}
