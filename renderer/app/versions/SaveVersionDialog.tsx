import { useEffect, useRef, useState } from 'react';
import { draftStore } from '../../draft/draftStore.ts';
import { flush } from '../../draft/saveQueue.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ask } from '../bridge.ts';
import { openDialog } from '../dialogs.ts';
import { tell } from '../notices.ts';
import styles from './Versions.module.css';
import { versionName } from './versionName.ts';

/** Ctrl+S: a name for the draft as it is now, to come back to. */
export function SaveVersionDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState(() => versionName(new Date()));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const save = async () => {
    const session = draftStore.getState()?.info.session;
    const kept = name.trim();
    if (session === undefined || kept === '' || busy) return;
    setBusy(true);
    const reply = (await flush())
      ? await ask('draft:saveVersion', { session, name: kept.slice(0, 200) })
      : ({
          ok: false,
          problem: { code: 'unsaved', message: '最后的修改还没能存进草稿，请先重试保存。' },
        } as const);
    setBusy(false);
    if (!reply.ok) return setTrouble(reply.problem.message);
    onClose();
    tell('done', `已保存版本“${kept}”。可在“查看与恢复版本”中找回。`);
  };
  return (
    <Dialog
      title="保存一个版本"
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={() => openDialog({ kind: 'versions' })}>
            已有的版本
          </Button>
          <Button onClick={onClose}>取消</Button>
          <Button look="main" disabled={name.trim() === '' || busy} onClick={() => void save()}>
            保存版本
          </Button>
        </>
      }
    >
      <p className={styles.note}>每次修改都已自动保存。给现在的样子起个名字，以后随时可以回来。</p>
      <label className={styles.field}>
        <span>版本名称</span>
        <input
          ref={input}
          data-first
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
          }}
        />
      </label>
      {trouble === null ? null : (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}
