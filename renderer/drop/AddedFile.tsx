import type { Attachment, FileProblem } from '../../shared/entities/attachment.ts';
import { draftStore } from '../draft/draftStore.ts';
import { edit } from '../draft/edit.ts';
import { useCall } from '../draft/useDraft.ts';
import { moveToKind } from '../steps/attachments/attachmentEdits.ts';
import { KindSelect } from '../steps/attachments/KindSelect.tsx';
import { FileProblems } from './FileProblems.tsx';
import styles from './ResultSheet.module.css';

type AddedFileProps = {
  readonly file: Attachment;
  readonly unsure: boolean;
  /** A copy of an invoice of which no number could be read. */
  readonly unread: boolean;
  /** Why something in it could not be read. */
  readonly troubles: readonly FileProblem[];
};

/** A file that came in: its kind, which can be changed here, and what is wrong with it. */
export function AddedFile({ file, unsure, unread, troubles }: AddedFileProps) {
  const call = useCall();
  const stays = call.attachments.some(({ id }) => id === file.kind);
  return (
    <li className={styles.row} data-file={file.name}>
      <span className={styles.name}>{file.name}</span>
      <span className={styles.facts}>
        {unsure ? <span className={styles.unsure}>没认出类别，先放在这里</span> : null}
        <KindSelect
          value={stays ? file.kind : null}
          label={`“${file.name}”的类别`}
          onChange={(kind) => moveAll([file], kind)}
        />
      </span>
      <FileProblems problems={withReason([...file.problems, ...troubles], unread)} />
    </li>
  );
}

const UNREAD: FileProblem = {
  code: 'invoice-unread',
  message: '没有读出发票，可以在核对时照着影像填写',
  severity: 'warning',
};

/** A file that told nothing says at least that it did not. */
function withReason(problems: readonly FileProblem[], unread: boolean): readonly FileProblem[] {
  const all = unread && problems.length === 0 ? [UNREAD] : problems;
  return all.filter(({ code }, index) => all.findIndex((one) => one.code === code) === index);
}

/** One step of undo for all of them. */
export function moveAll(files: readonly Attachment[], kind: string): void {
  const state = draftStore.getState();
  if (state === null) return;
  const ids = files.map(({ id }) => id);
  edit(moveToKind(state.call, state.application, ids, kind), { at: `attachments.${kind}` });
}
