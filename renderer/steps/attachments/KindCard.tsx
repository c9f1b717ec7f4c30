import { type DragEvent, useEffect, useId, useMemo, useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { useFocusWish } from '../../app/navigation.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { addChosen } from '../../drop/attaching.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { TextControl } from '../../fields/TextControl.tsx';
import { Button } from '../../ui/Button.tsx';
import { useBoard } from './AttachmentsProvider.tsx';
import { moveToKind } from './attachmentEdits.ts';
import { draggedFile } from './draggedFile.ts';
import { FileRow } from './FileRow.tsx';
import styles from './KindCard.module.css';
import { KindMark } from './KindMark.tsx';
import { fileOf, type KindState } from './kindStates.ts';
import { StatementLine } from './StatementLine.tsx';

/** Rows made at first (a kind may hold thousands of invoice copies), and with each wish for more. */
const SHOWN = 24;
const MORE = 100;
/** Kinds with more files than this are closed at first and get a search. */
const MANY = 24;

/** One line of the checklist: what it asks, how it stands, and its files. Files dropped on it get its kind. */
export function KindCard({ kind }: { readonly kind: KindState }) {
  const { id, label, files } = kind;
  const readOnly = useReadOnly();
  const heading = useId();
  const [open, setOpen] = useState(files.length <= MANY);
  const [shown, setShown] = useState(SHOWN);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState(false);
  const board = useBoard();
  const found = useMemo(
    () => files.filter((file) => matches(file, search) && (!only || needsLook(file, kind, board))),
    [files, search, only, kind, board],
  );
  useWishedFile(files, (index) => {
    setOpen(true);
    setSearch('');
    setOnly(false);
    setShown((before) => Math.max(before, index + 1));
  });
  const drop = useDropOfFile(id);
  const isOpen = open && files.length > 0;
  return (
    <section
      className={styles.card}
      aria-labelledby={heading}
      data-at={`attachments.${id}`}
      data-kind={id}
      data-status={kind.status}
      {...(readOnly ? {} : { 'data-drop-kind': id })}
      {...drop}
    >
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {files.length === 0 ? (
            label
          ) : (
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={isOpen}
              onClick={() => setOpen(!open)}
            >
              <span className={styles.arrow} aria-hidden="true">
                {isOpen ? '▾' : '▸'}
              </span>
              {label}
            </button>
          )}
        </h2>
        <KindMark kind={kind} />
        <span className={styles.facts}>{factsOf(kind)}</span>
        {kind.clause === null ? null : <ClauseButton clause={kind.clause} about={label} />}
        {readOnly ? null : (
          <Button
            look="quiet"
            icon="add"
            className={styles.add ?? ''}
            aria-label={`添加文件到“${label}”`}
            onClick={() => void addChosen(id, false)}
          >
            添加
          </Button>
        )}
      </header>
      {files.length === 0 && kind.need !== 'optional' ? (
        <p className={styles.teach}>把文件或文件夹拖到这里，或点右边的“添加”。</p>
      ) : null}
      <StatementLine kind={kind} />
      {isOpen && files.length > MANY ? (
        <div className={styles.filter}>
          <TextControl
            label={`在“${label}”中查找`}
            placeholder="按文件名或标题查找"
            size="small"
            value={search}
            onChange={setSearch}
          />
          <label className={styles.only}>
            <input type="checkbox" checked={only} onChange={({ target }) => setOnly(target.checked)} />
            只看要处理的
          </label>
          <span className={styles.facts}>
            {found.length === files.length ? '' : `${found.length} / ${files.length} 份`}
          </span>
        </div>
      ) : null}
      {isOpen ? (
        <ol className={styles.files} aria-label={`${label}的文件`}>
          {found.slice(0, shown).map((file) => (
            <FileRow key={file.id} file={file} kind={kind} />
          ))}
        </ol>
      ) : null}
      {isOpen && found.length === 0 ? <p className={styles.teach}>没有符合条件的文件。</p> : null}
      {isOpen && found.length > shown ? (
        <Button look="quiet" className={styles.more ?? ''} onClick={() => setShown(shown + MORE)}>
          再显示 {Math.min(MORE, found.length - shown)} 份（共 {found.length} 份）
        </Button>
      ) : null}
    </section>
  );
}

function factsOf({ files, pages, seals, rows, bound }: KindState): string {
  return [
    files.length === 0 ? '' : `${files.length} 份${bound ? `、装订 ${pages} 页` : ''}`,
    rows === null || rows.total === 0 ? '' : `${rows.total - rows.lacking} / ${rows.total} 张发票已有`,
    seals.length === 0 ? '' : `盖${seals.join('、')}`,
  ]
    .filter((word) => word !== '')
    .join(' · ');
}

function matches({ name, title }: Attachment, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return wanted === '' || name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted);
}

function needsLook(file: Attachment, { rowsOf }: KindState, board: ReturnType<typeof useBoard>): boolean {
  return board.findingsOf(file.id).length > 0 || (rowsOf !== null && board.invoicesOf(file.id).length === 0);
}

/** Somebody is led to a file of this kind: it has to be on the page. */
function useWishedFile(files: readonly Attachment[], show: (index: number) => void): void {
  const wish = useFocusWish();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is looked at once
  useEffect(() => {
    const wanted = wish === null ? null : fileOf(wish.at);
    const index = wanted === null ? -1 : files.findIndex(({ id }) => id === wanted);
    if (index >= 0) show(index);
  }, [wish]);
}

/** A row of another kind dropped on this card moves here. */
function useDropOfFile(kind: string) {
  return {
    onDragOver: (event: DragEvent) => {
      if (draggedFile.is(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const id = draggedFile.read(event);
      const state = draftStore.getState();
      if (id === null || state === null) return;
      event.preventDefault();
      const edits = moveToKind(state.call, state.application, [id], kind);
      if (edits.length > 0) edit(edits, { at: `attachments[${id}]` });
    },
  };
}
