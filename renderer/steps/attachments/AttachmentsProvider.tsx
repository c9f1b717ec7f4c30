import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Finding } from '../../../shared/calls/finding.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';
import { useApplication } from '../../draft/useDraft.ts';
import { FileDialog } from './FileDialog.tsx';
import { fileOf } from './kindStates.ts';

/** What every row of the board looks up, worked out once for all of them. */
type AttachmentsBoard = {
  /** Open findings of a file. */
  readonly findingsOf: (id: string) => readonly Finding[];
  /** Invoices a file is a copy of, with their row from 1. */
  readonly invoicesOf: (id: string) => readonly { readonly invoice: Invoice; readonly row: number }[];
  /** Another file with the very same bytes; null when there is none. */
  readonly twinOf: (file: Attachment) => Attachment | null;
  /** Shows the pages of a file large. */
  readonly showPages: (id: string, page: number) => void;
};

const Board = createContext<AttachmentsBoard | null>(null);
const NONE: readonly never[] = [];

/** To be used below AttachmentsProvider. */
export function useBoard(): AttachmentsBoard {
  const board = useContext(Board);
  if (board === null) throw new Error('no attachments board around');
  return board;
}

export function AttachmentsProvider({
  findings,
  children,
}: {
  readonly findings: readonly Finding[];
  readonly children: ReactNode;
}) {
  const files = useApplication((application) => application.attachments);
  const invoices = useApplication((application) => application.invoices);
  const [shown, setShown] = useState<{ readonly id: string; readonly page: number } | null>(null);
  const showPages = useCallback((id: string, page: number) => setShown({ id, page }), []);
  const byFile = useMemo(
    () => Map.groupBy(findings.filter(isOpen), (finding) => fileOf(finding.at) ?? ''),
    [findings],
  );
  const bonds = useMemo(() => {
    const all = new Map<string, { invoice: Invoice; row: number }[]>();
    for (const [index, invoice] of invoices.entries())
      for (const copy of invoice.copies) {
        const held = all.get(copy);
        const bond = { invoice, row: index + 1 };
        if (held === undefined) all.set(copy, [bond]);
        else held.push(bond);
      }
    return all;
  }, [invoices]);
  const twins = useMemo(() => Map.groupBy(files, ({ sha256 }) => sha256), [files]);
  const board = useMemo<AttachmentsBoard>(
    () => ({
      findingsOf: (id) => byFile.get(id) ?? NONE,
      invoicesOf: (id) => bonds.get(id) ?? NONE,
      twinOf: (file) => twins.get(file.sha256)?.find(({ id }) => id !== file.id) ?? null,
      showPages,
    }),
    [byFile, bonds, twins, showPages],
  );
  const file = shown === null ? undefined : files.find(({ id }) => id === shown.id);
  return (
    <Board.Provider value={board}>
      {children}
      {shown === null || file === undefined ? null : (
        <FileDialog key={file.id} file={file} first={shown.page} onClose={() => setShown(null)} />
      )}
    </Board.Provider>
  );
}
