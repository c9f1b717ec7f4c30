import { type DragEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useCall, useReadOnly } from '../draft/useDraft.ts';
import { closeMapping, useMappedFile } from '../evidence/mapping/mappingDialog.ts';
import { Icon } from '../ui/Icon.tsx';
import { AddingPanel } from './AddingPanel.tsx';
import { addDropped } from './attaching.ts';
import styles from './DropZone.module.css';
import { ResultSheet } from './ResultSheet.tsx';

const TableMappingDialog = lazy(async () => ({
  default: (await import('../evidence/mapping/TableMappingDialog.tsx')).TableMappingDialog,
}));

/** Dragging is told by one event every 50 ms; silence means it went elsewhere. */
const GONE_MS = 400;

/** Where the files would go: a kind, or sorted by name. */
type Over = { readonly kind: string | null; readonly box: DOMRect | null };

/**
 * Takes files and folders dropped anywhere inside: on an element with `data-drop-kind` they get that kind, elsewhere
 * they are sorted by folder and name. Who takes files itself (the plan's text) stops `dragover` and `drop`.
 */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const readOnly = useReadOnly();
  const mapped = useMappedFile();
  const [over, setOver] = useState<Over | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const forget = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setOver(null);
  };
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  const onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy';
    const target = readOnly ? null : kindBelow(event);
    const kind = target?.dataset.dropKind ?? null;
    setOver((before) =>
      before !== null && before.kind === kind
        ? before
        : { kind, box: target?.getBoundingClientRect() ?? null },
    );
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(forget, GONE_MS);
  };
  const onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const kind = kindBelow(event)?.dataset.dropKind ?? null;
    forget();
    if (!readOnly) void addDropped(kind, [...event.dataTransfer.files]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its equal in the buttons that choose files
    <div className={styles.zone} onDragOver={onDragOver} onDrop={onDrop}>
      {children}
      {over === null ? null : <Hint over={over} readOnly={readOnly} />}
      <AddingPanel />
      <ResultSheet />
      {mapped === null ? null : (
        <Suspense fallback={null}>
          <TableMappingDialog key={mapped.attachment} file={mapped} onClose={closeMapping} />
        </Suspense>
      )}
    </div>
  );
}

function Hint({ over, readOnly }: { readonly over: Over; readonly readOnly: boolean }) {
  const call = useCall();
  const label = call.attachments.find(({ id }) => id === over.kind)?.label;
  const { box } = over;
  return (
    <div className={styles.veil} data-testid="drop-hint">
      {box === null ? (
        <div className={styles.all} />
      ) : (
        <div
          className={styles.target}
          style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
        />
      )}
      <p className={styles.words} role="status">
        <Icon name={readOnly ? 'lock' : 'download'} />
        {readOnly
          ? '这份草稿现在只能看，不能添加文件'
          : label === undefined
            ? '松开即可添加：发票和辅助账会自动读出，其余按文件夹名和文件名归类，归完可以改'
            : `松开即可添加到“${label}”`}
      </p>
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

function kindBelow({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-drop-kind]') : null;
}
