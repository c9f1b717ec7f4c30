import { useMemo } from 'react';
import { tell } from '../../../app/notices.ts';
import { useApplication, useReadOnly } from '../../../draft/useDraft.ts';
import { useReport } from '../../../draft/useFindings.ts';
import { useReviewQueue } from '../../../evidence/useReviewQueue.ts';
import { Button } from '../../../ui/Button.tsx';
import { gridMarks } from '../../../ui/grid/gridMarks.ts';
import { keysInWords } from '../../../ui/Kbd.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { confirmableRows } from './confirmableRows.ts';
import styles from './Review.module.css';
import { isWaiting, waitingIn } from './reviewSteps.ts';
import type { ReviewSession } from './useReviewSession.ts';

type ReviewHeadProps = { readonly session: ReviewSession; readonly onClose: () => void };

/** How much is left, and the way to be done with what was read without a doubt. */
export function ReviewHead({ session, onClose }: ReviewHeadProps) {
  const { steps, scene, confirmAll } = session;
  const queue = useReviewQueue();
  const readOnly = useReadOnly();
  const report = useReport();
  const invoices = useApplication((application) => application.invoices);
  const attachments = useApplication((application) => application.attachments);
  const { certain, listed } = useMemo(() => {
    const marks = gridMarks(report, 'invoices');
    return confirmableRows({ invoices, attachments }, queue, (row) => marks.isWrong(row));
  }, [invoices, attachments, queue, report]);
  const waiting = useMemo(() => waitingIn(queue), [queue]);
  const done = steps.filter((step) => !isWaiting(step, waiting)).length;
  const take = (rows: readonly string[], words: string): void => {
    confirmAll(rows);
    tell('done', `已确认 ${rows.length} 张${words}的发票，按 ${keysInWords('Mod+Z')} 可以撤销。`);
  };
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>核对发票</h2>
      <p className={styles.left} role="status">
        {queue.length === 0 ? '全部核对过了' : `已核对 ${done} / ${steps.length} 张`}
      </p>
      <ProgressBar
        className={styles.progress ?? ''}
        max={Math.max(1, steps.length)}
        value={done}
        aria-label="这一轮的进度"
      />
      {scene === null ? null : (
        <span className={styles.soft}>
          {scene.invoice === null ? '还没有行' : `表里第 ${scene.number} 行`}
        </span>
      )}
      <span className={styles.gap} />
      {readOnly || listed.length === 0 ? null : (
        <Button
          title="只在表格里、没有版面可看的；各项没有矛盾，检查也没有问题"
          onClick={() => take(listed, '来自表格')}
        >
          全部确认来自表格的（{listed.length} 张）
        </Button>
      )}
      {readOnly || certain.length === 0 ? null : (
        <Button
          title="各项都来自数据或二维码、没有矛盾、检查也没有问题的，不用逐张看"
          onClick={() => take(certain, '读得确定')}
        >
          全部确认读得确定的（{certain.length} 张）
        </Button>
      )}
      <Button
        look="quiet"
        icon="close"
        aria-label="离开核对（Esc）"
        title="离开核对（Esc）"
        onClick={onClose}
      />
    </header>
  );
}
