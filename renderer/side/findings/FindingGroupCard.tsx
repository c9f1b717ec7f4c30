import styles from './FindingGroupCard.module.css';
import { FindingList } from './FindingList.tsx';
import type { FindingGroup } from './filterFindings.ts';

type FindingGroupCardProps = {
  readonly group: FindingGroup;
  /** `page` has more room than `side`. */
  readonly on: 'page' | 'side';
};

/** Findings under their heading, with how many they are. */
export function FindingGroupCard({ group: { id, title, findings }, on }: FindingGroupCardProps) {
  return (
    <section className={styles[on]} aria-label={title} data-group={id}>
      <h2 className={styles.head}>
        {title}
        <span className={styles.count}>{findings.length} 项</span>
      </h2>
      <div className={styles.card}>
        <FindingList findings={findings} label={title} />
      </div>
    </section>
  );
}
