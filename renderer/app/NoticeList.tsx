import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useBusy } from './busy.ts';
import styles from './NoticeList.module.css';
import { putAway, useNotices } from './notices.ts';

/** What is told in passing; read out by screen readers as it comes. */
export function NoticeList() {
  const notices = useNotices();
  const busy = useBusy();
  return (
    <div className={styles.notices} role="log" aria-live="polite" aria-label="提示">
      {busy === null ? null : <div className={styles.busy}>{busy}</div>}
      {notices.map(({ id, kind, text }) => (
        <div key={id} className={`${styles.notice} ${styles[kind]}`}>
          <Icon name={kind === 'done' ? 'check' : 'error'} />
          <span className={styles.text}>{text}</span>
          <Button look="quiet" icon="close" aria-label="收起提示" onClick={() => putAway(id)} />
        </div>
      ))}
    </div>
  );
}
