import type { RecentDraft } from '../../shared/contract/OpenedDraft.ts';
import { openRecent } from '../app/drafts.ts';
import { Button } from '../ui/Button.tsx';
import { momentInWords } from '../ui/momentInWords.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './RecentList.module.css';
import { TimeLeft } from './TimeLeft.tsx';

type RecentListProps = {
  readonly recents: readonly RecentDraft[];
  readonly onForget: (id: string) => void;
};

/** Drafts to go on with: how far each is, how long there is, when it was saved last. */
export function RecentList({ recents, onForget }: RecentListProps) {
  return (
    <ul className={styles.list}>
      {recents.map((recent) => (
        <RecentCard key={recent.id} recent={recent} onForget={onForget} />
      ))}
    </ul>
  );
}

type RecentCardProps = { readonly recent: RecentDraft; readonly onForget: (id: string) => void };

function RecentCard({ recent, onForget }: RecentCardProps) {
  const { id, name, folder, present, callName, projectName, done, total, openErrors, savedAt } = recent;
  const title = projectName === '' ? name : projectName;
  return (
    <li className={present ? styles.card : `${styles.card} ${styles.missing}`}>
      <div className={styles.words}>
        {present ? (
          <button type="button" className={styles.open} onClick={() => void openRecent(id)}>
            {title}
          </button>
        ) : (
          <p className={styles.title}>{title}</p>
        )}
        <p className={styles.call}>{callName}</p>
        <p className={styles.place} title={`${folder}/${name}`}>
          {/* Without a project the file's name is the title already. */}
          {projectName === '' ? folder : `${name}　${folder}`}
        </p>
      </div>
      {present ? (
        <div className={styles.facts}>
          <p className={styles.progress}>
            <ProgressBar
              className={styles.bar}
              value={done}
              max={Math.max(1, total)}
              aria-label={`完成 ${done} 节，共 ${total} 节`}
            />
            <span aria-hidden="true">
              {done}/{total}
            </span>
          </p>
          <p>
            <TimeLeft deadline={recent.deadline} />
            {openErrors > 0 ? <span className={styles.errors}>错误 {openErrors}</span> : null}
          </p>
          <p className={styles.saved}>
            {savedAt === null ? '还没有改动' : `${momentInWords(savedAt, new Date())} 保存`}
          </p>
        </div>
      ) : (
        <div className={styles.facts}>
          <p className={styles.gone}>文件不在原来的位置</p>
          <Button look="quiet" onClick={() => onForget(id)}>
            移出列表
          </Button>
        </div>
      )}
    </li>
  );
}
