import { useState } from 'react';
import { useDraft } from '../../draft/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './OpeningNotices.module.css';

/** What the person is told about the draft that was opened: read only, mended, brought up to date. */
export function OpeningNotices() {
  const { notices, session } = useDraft(({ info }) => info);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const shown = notices.filter(({ code }) => !away.has(`${session} ${code}`));
  if (shown.length === 0) return null;
  return (
    <div className={styles.notices}>
      {shown.map(({ code, message }) => (
        <div
          key={code}
          className={code === 'migrated' ? styles.notice : `${styles.notice} ${styles.heed}`}
          role={code === 'migrated' ? 'status' : 'alert'}
        >
          <Icon name={code === 'migrated' ? 'check' : 'warning'} />
          <span className={styles.text}>{message}</span>
          <Button
            look="quiet"
            icon="close"
            aria-label="知道了，收起"
            onClick={() => setAway(new Set([...away, `${session} ${code}`]))}
          />
        </div>
      ))}
    </div>
  );
}
