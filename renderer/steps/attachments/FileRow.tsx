import { type DragEvent, type KeyboardEvent, memo, useState } from 'react';
import { type Attachment, type FileProblem, holdsData } from '../../../shared/entities/attachment.ts';
import { isOfTurnedPages } from '../../../shared/entities/turnedPages.ts';
import { edit } from '../../draft/edit.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { VerdictLine } from '../../fields/Verdict.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useBoard } from './AttachmentsProvider.tsx';
import { changeFile, omitPages, placeFile } from './attachmentEdits.ts';
import { CopyOf } from './CopyOf.tsx';
import { draggedFile } from './draggedFile.ts';
import { FileActions } from './FileActions.tsx';
import styles from './FileRow.module.css';
import { blankPagesBound, fileInShort, typeInShort } from './fileWords.ts';
import type { KindState } from './kindStates.ts';
import { PagePicture } from './PagePicture.tsx';
import { shownTitle } from './shownTitle.ts';
import { ToldBy } from './ToldBy.tsx';

const THUMB_PX = 52;

/** A file of the board: its first page, its title, what is known of it, and what can be done with it. */
export const FileRow = memo(function FileRow({
  file,
  kind,
}: {
  readonly file: Attachment;
  readonly kind: KindState;
}) {
  const readOnly = useReadOnly();
  const board = useBoard();
  const { ordering, handlers, moveBy } = useOrdering(file, kind);
  const at = `attachments[${file.id}]`;
  const name = shownTitle(file, kind.files);
  const findings = board.findingsOf(file.id);
  const twin = board.twinOf(file);
  const blank = blankPagesBound(file);
  const omitBlank = blank.length === 0 ? [] : omitPages(file, blank, true);
  const first = firstBoundPage(file);
  return (
    <li
      className={styles.row}
      data-at={at}
      data-file={file.id}
      data-ordering={ordering}
      {...(readOnly ? {} : handlers)}
    >
      {readOnly ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the keyboard has Alt with the arrows
        <span
          className={styles.grip}
          draggable
          title="拖动改变顺序，或拖到另一类；键盘用 Alt+↑ / Alt+↓"
          onDragStart={(event) => draggedFile.write(event, file.id)}
        >
          ⠿
        </span>
      )}
      {holdsData(file) ? (
        // Data has no pages to look at.
        <span className={styles.original} aria-hidden="true">
          <Icon name="file" />
          {typeInShort(file)}
        </span>
      ) : (
        <button
          type="button"
          className={styles.thumb}
          aria-label={`查看“${name}”的页面`}
          onClick={() => board.showPages(file.id, first)}
        >
          {file.bytes === 0 ? (
            <Icon name="file" />
          ) : (
            <PagePicture file={file} page={first} width={THUMB_PX} alt="" />
          )}
        </button>
      )}
      <div className={styles.words}>
        <TextControl
          label={`“${file.name}”的标题`}
          placeholder={name}
          size="small"
          variant="borderless"
          className={styles.title ?? ''}
          readOnly={readOnly}
          value={file.title}
          onChange={(title) => edit(changeFile(file, { title }), { at, mergeKey: `title ${file.id}` })}
        />
        <p className={styles.facts}>
          {file.title === '' ? null : <span className={styles.name}>{file.name}</span>}
          <span>{fileInShort(file)}</span>
          {holdsData(file) ? <ToldBy file={file} /> : kind.rowsOf === null ? null : <CopyOf file={file} />}
        </p>
        {findings.map((finding) => (
          <VerdictLine key={finding.key} finding={finding} />
        ))}
        {/* What the file itself suffers from, where no finding says it already. */}
        {file.problems
          .filter(
            (problem) => !isToldElsewhere(problem) && (problem.severity !== 'error' || findings.length === 0),
          )
          .map(({ code, message, severity }) => (
            <p key={code} className={styles[severity]}>
              {severity === 'hint' ? null : <Icon name={severity === 'error' ? 'error' : 'warning'} />}{' '}
              {message}
            </p>
          ))}
        {blank.length === 0 ? null : (
          <p className={styles.hint}>
            第 {blank.slice(0, 8).join('、')}
            {blank.length > 8 ? ` 等 ${blank.length}` : ''} 页是空白页
            {readOnly || omitBlank.length === 0 ? null : (
              <Button look="quiet" className={styles.small ?? ''} onClick={() => edit(omitBlank, { at })}>
                不装订空白页
              </Button>
            )}
          </p>
        )}
        {twin === null ? null : <p className={styles.hint}>与“{twin.name}”是同一个文件</p>}
      </div>
      {readOnly ? null : <FileActions file={file} kind={kind} moveBy={moveBy} />}
    </li>
  );
});

/** Blank pages have a line of their own, originals say so in short, and turned pages are a finding until they are turned. */
function isToldElsewhere(problem: FileProblem): boolean {
  return problem.code === 'page-blank' || problem.code === 'kept-beside' || isOfTurnedPages(problem);
}

/** Page shown for the whole file: the first that will be bound. */
function firstBoundPage({ pages, omitPages: omitted }: Attachment): number {
  for (let page = 1; page <= (pages ?? 1); page += 1) if (!omitted.includes(page)) return page;
  return 1;
}

/** Order within the kind: by dragging over another row, and by Alt with the arrows. */
function useOrdering(file: Attachment, { files }: KindState) {
  const [ordering, setOrdering] = useState<'before' | 'after' | undefined>(undefined);
  const at = `attachments[${file.id}]`;
  const moveBy = (step: -1 | 1): void => {
    const index = files.findIndex(({ id }) => id === file.id) + step;
    if (index >= 0 && index < files.length) edit(placeFile(files, file.id, index), { at });
  };
  const half = (event: DragEvent<HTMLElement>): 'before' | 'after' => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? 'before' : 'after';
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      moveBy(event.key === 'ArrowUp' ? -1 : 1);
      // The row moves with its elements, and React gives the focus up on the way.
      const focused = event.target;
      requestAnimationFrame(() => {
        if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
      });
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!draggedFile.is(event)) return;
      event.preventDefault();
      setOrdering(half(event));
    },
    onDragLeave: () => setOrdering(undefined),
    onDrop: (event: DragEvent<HTMLElement>) => {
      setOrdering(undefined);
      const id = draggedFile.read(event);
      if (id === null || !files.some((other) => other.id === id)) return;
      event.preventDefault();
      event.stopPropagation();
      if (id === file.id) return;
      const others = files.filter((other) => other.id !== id);
      const index = others.findIndex((other) => other.id === file.id) + (half(event) === 'after' ? 1 : 0);
      edit(placeFile(files, id, index), { at: `attachments[${id}]` });
    },
  };
  return { ordering, handlers, moveBy };
}
