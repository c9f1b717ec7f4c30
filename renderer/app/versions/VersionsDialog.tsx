import { useEffect, useState } from 'react';
import type { DraftVersion } from '../../../shared/contract/OpenedDraft.ts';
import { editsBetween } from '../../../shared/edits/editsBetween.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { flush } from '../../draft/saveQueue.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { momentInWords } from '../../ui/momentInWords.ts';
import { ask } from '../bridge.ts';
import { tell } from '../notices.ts';
import { changesInWords } from './changesInWords.ts';
import styles from './Versions.module.css';

/** The kept versions of the draft: what is different since, and the way back. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const [versions, setVersions] = useState<readonly DraftVersion[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [seen, setSeen] = useState<{ readonly id: number; readonly application: Application } | null>(null);
  const readOnly = useReadOnly();
  useEffect(() => {
    void (async () => {
      const session = draftStore.getState()?.info.session;
      if (session === undefined) return;
      await flush();
      const reply = await ask('draft:versions', { session });
      if (reply.ok) setVersions(reply.value);
      else setTrouble(reply.problem.message);
    })();
  }, []);
  const read = async (id: number): Promise<Application | null> => {
    const session = draftStore.getState()?.info.session;
    if (session === undefined) return null;
    const reply = await ask('draft:readVersion', { session, id });
    if (reply.ok) return reply.value;
    setTrouble(reply.problem.message);
    return null;
  };
  const look = async (id: number) => {
    if (seen?.id === id) return setSeen(null);
    const application = await read(id);
    if (application !== null) setSeen({ id, application });
  };
  const restore = async (version: DraftVersion) => {
    const application = await read(version.id);
    const now = draftStore.getState();
    if (application === null || now === null) return;
    const edits = editsBetween(now.application, application);
    edit(edits, { at: now.call.sections[0]?.holds[0] ?? 'direction' });
    onClose();
    tell(
      'done',
      edits.length === 0
        ? '草稿与这个版本完全相同，没有改动。'
        : `已恢复到“${version.name}”。想回到刚才的样子，按撤销即可。`,
    );
  };
  return (
    <Dialog title="查看与恢复版本" onClose={onClose} width={640}>
      {trouble === null ? null : (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      {versions === null ? (
        <p className={styles.note}>正在读取…</p>
      ) : versions.length === 0 ? (
        <EmptyState title="还没有保存过版本">
          按 Ctrl+S 给现在的样子起个名字，以后可以回来看，也可以恢复。
        </EmptyState>
      ) : (
        <ul className={styles.versions}>
          {versions.map((version) => (
            <li key={version.id}>
              <div className={styles.version}>
                <div className={styles.words}>
                  <p className={styles.name}>
                    {version.name === '' ? '自动保存的版本' : version.name}
                    {version.kind === 'automatic' ? <span className={styles.kind}>自动</span> : null}
                  </p>
                  <p className={styles.note}>
                    {momentInWords(version.at, new Date())}
                    {version.who === '' ? '' : `　${version.who}`}
                  </p>
                </div>
                <Button
                  look="quiet"
                  aria-expanded={seen?.id === version.id}
                  onClick={() => void look(version.id)}
                >
                  查看
                </Button>
                {readOnly ? null : <Button onClick={() => void restore(version)}>恢复</Button>}
              </div>
              {seen?.id === version.id ? <Differences application={seen.application} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Differences({ application }: { readonly application: Application }) {
  const now = draftStore.getState();
  if (now === null) return null;
  const lines = changesInWords(now.call, now.application, application);
  if (lines.length === 0) return <p className={styles.same}>与现在的草稿相同。</p>;
  return (
    <div className={styles.same}>
      <p>恢复后会变成：</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
