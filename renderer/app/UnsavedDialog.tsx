import { useState } from 'react';
import { flush, unsavedEdits } from '../draft/saveQueue.ts';
import { useSaveState } from '../draft/useDraft.ts';
import { wordsOf } from '../draft/wordsOf.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { saveAs } from './drafts.ts';
import styles from './UnsavedDialog.module.css';

type UnsavedDialogProps = { readonly leave: () => void; readonly stay: () => void };

/** Asked when the draft is to be left and the disk did not take its last words. */
export function UnsavedDialog({ leave, stay }: UnsavedDialogProps) {
  const saving = useSaveState();
  const [busy, setBusy] = useState(false);
  const words = wordsOf(unsavedEdits());
  const attempt = async (save: () => Promise<boolean>) => {
    setBusy(true);
    const saved = await save();
    setBusy(false);
    if (saved && (await flush())) leave();
  };
  return (
    <Dialog
      title="最后的修改还没有存进草稿"
      onClose={stay}
      foot={
        <>
          <Button look="quiet" disabled={busy} onClick={leave}>
            仍要关闭，放弃这些修改
          </Button>
          <Button disabled={busy} onClick={() => void attempt(saveAs)}>
            另存为…
          </Button>
          <Button disabled={busy} onClick={() => void attempt(flush)}>
            再试一次
          </Button>
          <Button look="main" data-first onClick={stay}>
            返回
          </Button>
        </>
      }
    >
      <p>
        {saving.kind === 'failed' ? saving.message : '正在保存…'}
        {' 此前显示“已保存”的内容都在草稿里；只有下面这些还没有。可以换个位置另存，或返回处理好磁盘再试。'}
      </p>
      {words.length === 0 ? null : (
        <textarea
          className={styles.words}
          readOnly
          value={words.join('\n\n')}
          aria-label="还没有保存的内容"
        />
      )}
    </Dialog>
  );
}
