import { Dropdown } from 'antd';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { tell } from '../../app/notices.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { useCall } from '../../draft/useDraft.ts';
import { addChosen, putReportAway } from '../../drop/attaching.ts';
import { Button } from '../../ui/Button.tsx';
import { keysInWords } from '../../ui/Kbd.tsx';
import { useBoard } from './AttachmentsProvider.tsx';
import { moveToKind, removeFiles, replaceFile, turnFile } from './attachmentEdits.ts';
import styles from './FileActions.module.css';
import type { KindState } from './kindStates.ts';

/** What can be done with a file of the board. */
export function FileActions({
  file,
  kind,
  moveBy,
}: {
  readonly file: Attachment;
  readonly kind: KindState;
  readonly moveBy: (step: -1 | 1) => void;
}) {
  const call = useCall();
  const board = useBoard();
  const at = `attachments[${file.id}]`;
  const index = kind.files.findIndex(({ id }) => id === file.id);
  const pages = file.pages ?? 0;
  const moveTo = (other: string): void => {
    const state = draftStore.getState();
    if (state !== null) edit(moveToKind(state.call, state.application, [file.id], other), { at });
  };
  const items = [
    { key: 'pages', label: '查看和选择页面', disabled: file.bytes === 0 },
    { key: 'replace', label: '换成另一个文件…' },
    {
      key: 'move',
      label: '移到另一类',
      children: call.attachments
        .filter(({ id }) => id !== file.kind)
        .map(({ id, label }) => ({ key: `move ${id}`, label })),
    },
    { type: 'divider' as const },
    { key: 'up', label: `上移（${keysInWords('Alt')}+↑）`, disabled: index <= 0 },
    { key: 'down', label: `下移（${keysInWords('Alt')}+↓）`, disabled: index >= kind.files.length - 1 },
  ];
  const act = (key: string): void => {
    if (key === 'pages') board.showPages(file.id, 1);
    else if (key === 'replace') void replace(file);
    else if (key === 'up') moveBy(-1);
    else if (key === 'down') moveBy(1);
    else if (key.startsWith('move ')) moveTo(key.slice('move '.length));
  };
  return (
    <div className={styles.actions}>
      <Button
        look="quiet"
        aria-label={`把“${file.name}”顺时针转 90 度`}
        title="顺时针转 90°"
        disabled={pages === 0}
        onClick={() => edit(turnFile(file), { at })}
      >
        <span aria-hidden="true" className={styles.turn}>
          ↻
        </span>
        {file.rotate === 0 ? null : `${file.rotate}°`}
      </Button>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => act(key) }}>
        <Button look="quiet" icon="more" aria-label={`“${file.name}”的更多操作`} aria-haspopup="menu" />
      </Dropdown>
      <Button
        look="quiet"
        icon="close"
        aria-label={`移除“${file.name}”`}
        title="移除（可以撤销）"
        onClick={() => remove(file)}
      />
    </div>
  );
}

function remove(file: Attachment): void {
  const state = draftStore.getState();
  if (state === null) return;
  edit(removeFiles(state.application, [file.id]), { at: `attachments.${file.kind}` });
  tell('done', `已移除“${file.name}”，按 ${keysInWords('Mod+Z')} 可以撤销。`);
}

/** The new file comes in first; only then does it take the old one's place, in one step of undo. */
async function replace(old: Attachment): Promise<void> {
  const report = await addChosen(old.kind, false);
  const [added, ...others] = report?.added ?? [];
  const state = draftStore.getState();
  if (added === undefined || state === null) return;
  const here = state.application.attachments.find(({ id }) => id === old.id);
  const next = state.application.attachments.find(({ id }) => id === added.id);
  if (here === undefined || next === undefined) return;
  edit(replaceFile(state.application, here, next), { at: `attachments[${next.id}]` });
  if (others.length === 0 && report?.refused.length === 0 && report.already.length === 0) putReportAway();
  tell('done', `已用“${next.name}”换下“${here.name}”，按 ${keysInWords('Mod+Z')} 可以撤销。`);
}
