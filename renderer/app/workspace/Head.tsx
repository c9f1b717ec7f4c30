import { useCall, useDraft, useReadOnly } from '../../draft/useDraft.ts';
import { deadlineInWords } from '../../start/deadlineInWords.ts';
import { BookMark } from '../../ui/BookMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { keysInWords } from '../../ui/Kbd.tsx';
import { runCommand } from '../commands/commands.ts';
import { SIDE_BESIDE, useSideOpen } from '../side.ts';
import { useNarrowerThan } from '../useNarrowerThan.ts';
import styles from './Head.module.css';
import { SaveStatus } from './SaveStatus.tsx';

type HeadProps = {
  /** Opens the list of sections where there is no room for it beside the work. */
  readonly onList: (() => void) | null;
};

/** The strip at the head of the window: which draft, whether it is saved, how long there is. */
export function Head({ onList }: HeadProps) {
  const { name, folder, sample } = useDraft(({ info }) => info);
  const readOnly = useReadOnly();
  const canUndo = useDraft(({ past }) => past.length > 0);
  const canRedo = useDraft(({ future }) => future.length > 0);
  const { deadline } = useCall().submission;
  const sideOpen = useSideOpen(useNarrowerThan(SIDE_BESIDE));
  const left = deadlineInWords(deadline, new Date());
  return (
    <header className={styles.head}>
      {onList === null ? null : <Button look="quiet" icon="list" aria-label="各部分" onClick={onList} />}
      <button
        type="button"
        className={styles.mark}
        title="回到开始页"
        onClick={() => void runCommand('file.close')}
      >
        <BookMark />
        <span>成册</span>
      </button>
      <span className={styles.name} title={`${folder} / ${name}`}>
        {name}
      </span>
      {sample ? <span className={styles.badge}>示例副本</span> : null}
      {readOnly ? (
        <span className={styles.badge}>
          <Icon name="lock" />
          只读
        </span>
      ) : (
        <SaveStatus />
      )}
      <span className={styles.gap} />
      {readOnly ? null : (
        <span className={styles.steps}>
          <Button
            look="quiet"
            icon="undo"
            disabled={!canUndo}
            aria-label="撤销"
            title={`撤销（${keysInWords('Mod+Z')}）`}
            onClick={() => void runCommand('edit.undo')}
          />
          <Button
            look="quiet"
            icon="redo"
            disabled={!canRedo}
            aria-label="重做"
            title={`重做（${keysInWords('Mod+Shift+Z')}）`}
            onClick={() => void runCommand('edit.redo')}
          />
        </span>
      )}
      <span className={`${styles.deadline} ${styles[left.kind]}`}>
        <span className={styles.date}>截止 {deadline}</span>
        <strong>{left.words}</strong>
      </span>
      <Button
        look="quiet"
        icon="side"
        aria-label="侧栏"
        aria-pressed={sideOpen}
        title="侧栏：要求、问题、预览"
        onClick={() => void runCommand('view.side')}
      />
    </header>
  );
}
