import { useDraft } from '../../draft/useDraft.ts';
import { StatusFigures } from '../../side/StatusFigures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { openDialog } from '../dialogs.ts';
import { goTo } from '../navigation.ts';
import styles from './StatusBar.module.css';

/** The strip at the foot: what is open, the figures that matter, and the way to everything. */
export function StatusBar() {
  const counts = useDraft(({ report }) => report?.counts ?? null);
  const checks = useDraft((state) => state.checks);
  return (
    <footer className={styles.bar} data-region="status">
      {counts === null ? (
        <span className={styles.note}>正在检查…</span>
      ) : (
        <span className={styles.counts}>
          <Count look={styles.error} icon="error" word="错误" count={counts.error} show="error" />
          <Count look={styles.warning} icon="warning" word="警告" count={counts.warning} show="warning" />
          <Count look={styles.unknown} icon="clock" word="待填" count={counts.unknown} show="unknown" />
          {checks === 'behind' ? <span className={styles.behind}>检查中…</span> : null}
          {checks === 'broken' ? <span className={styles.broken}>检查没能完成，上面是之前的结果</span> : null}
        </span>
      )}
      <span className={styles.figures}>
        <StatusFigures />
      </span>
      <button type="button" className={styles.palette} onClick={() => openDialog({ kind: 'palette' })}>
        <Icon name="search" />
        <span>找字段、操作</span>
        <Kbd keys="Mod+K" />
      </button>
    </footer>
  );
}

type CountProps = {
  readonly look: string | undefined;
  readonly icon: 'error' | 'warning' | 'clock';
  readonly word: string;
  readonly count: number;
  readonly show: 'error' | 'warning' | 'unknown';
};

function Count({ look, icon, word, count, show }: CountProps) {
  return (
    <button
      type="button"
      className={`${styles.count} ${count > 0 ? look : ''}`}
      title={`在检查页查看${word}`}
      onClick={() => goTo({ page: 'checks', show })}
    >
      <Icon name={icon} />
      {word} {count}
    </button>
  );
}
