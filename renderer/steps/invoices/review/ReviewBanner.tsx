import { useReviewQueue } from '../../../evidence/useReviewQueue.ts';
import { ToneMark } from '../../../fields/Verdict.tsx';
import { Button } from '../../../ui/Button.tsx';
import styles from './ReviewBanner.module.css';
import { openReview } from './reviewStore.ts';
import { useFirstPages } from './useFirstPages.ts';

/** What was read and waits for a look, and the way to it; nothing while nothing waits. */
export function ReviewBanner() {
  const queue = useReviewQueue();
  useFirstPages();
  if (queue.length === 0) return null;
  const count = (state: (typeof queue)[number]['state']): number =>
    queue.filter((item) => item.state === state).length;
  const [contradicted, doubtful, silent] = [count('contradiction'), count('doubtful'), count('silent')];
  return (
    <section className={styles.banner} aria-label="待核对的发票">
      <p className={styles.words}>
        <strong>{queue.length} 张发票读出来了，等您核对</strong>
        {contradicted === 0 ? null : <ToneMark tone="warning" word={`${contradicted} 张有矛盾`} />}
        {doubtful === 0 ? null : <ToneMark tone="hint" word={`${doubtful} 张有存疑的内容`} />}
        {silent === 0 ? null : <ToneMark tone="unknown" word={`${silent} 份没有读出`} />}
      </p>
      <Button look="main" onClick={() => openReview()}>
        逐张核对
      </Button>
    </section>
  );
}
