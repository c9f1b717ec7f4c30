import { useEffect, useRef } from 'react';
import { useReviewQueue } from '../../../evidence/useReviewQueue.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import styles from './Review.module.css';

type ReviewEndProps = { readonly onAgain: () => void; readonly onClose: () => void };

/** All have been seen: what is left, and the way out. */
export function ReviewEnd({ onAgain, onClose }: ReviewEndProps) {
  const left = useReviewQueue().length;
  const main = useRef<HTMLButtonElement>(null);
  // The field that had the focus went with the last invoice.
  useEffect(() => main.current?.focus(), []);
  return (
    <div className={styles.end}>
      <EmptyState
        title={left === 0 ? '读出的发票都核对过了' : '这一轮看完了'}
        action={
          <>
            {left === 0 ? null : <Button onClick={onAgain}>再看跳过的 {left} 张</Button>}
            <Button ref={main} look="main" data-first onClick={onClose}>
              回到发票表
            </Button>
          </>
        }
      >
        {left === 0 ? (
          <p>表里的每一张都有人看过。以后拖进新的文件，会再排到这里。</p>
        ) : (
          <p>还有 {left} 张没有确认，它们仍排在核对里。</p>
        )}
      </EmptyState>
    </div>
  );
}
