import { assertNever } from '../../../shared/assertNever.ts';
import { flush } from '../../draft/saveQueue.ts';
import { useSaveState } from '../../draft/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { momentInWords } from '../../ui/momentInWords.ts';
import styles from './SaveStatus.module.css';

/** Whether the disk has every word; what is said here is true. */
export function SaveStatus() {
  const saving = useSaveState();
  switch (saving.kind) {
    case 'saved':
      return (
        <span className={styles.status} role="status">
          {saving.at === null ? (
            '尚无改动'
          ) : (
            <>
              <Icon name="check" className={styles.done ?? ''} />
              已保存 {momentInWords(saving.at, new Date())}
            </>
          )}
        </span>
      );
    case 'pending':
      return (
        <span className={styles.status} role="status">
          正在保存…
        </span>
      );
    case 'failed':
      return (
        <span className={`${styles.status} ${styles.failed}`} role="alert">
          <Icon name="error" />
          <span className={styles.why} title={saving.message}>
            未能保存：{saving.message}
          </span>
          <Button className={styles.again ?? ''} onClick={() => void flush()}>
            重试
          </Button>
        </span>
      );
    default:
      return assertNever(saving);
  }
}
