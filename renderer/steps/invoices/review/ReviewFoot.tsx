import { useReadOnly } from '../../../draft/useDraft.ts';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import styles from './Review.module.css';
import type { ReviewKey } from './reviewKeys.ts';
import type { ReviewSession } from './useReviewSession.ts';

type ReviewFootProps = {
  /** Why the last wish was not granted; empty when it was. */
  readonly hint: string;
  /** What is still to be decided. */
  readonly open: string;
  /** What Enter does next. */
  readonly wayOn: string;
  readonly session: ReviewSession;
  readonly onAct: (wish: ReviewKey) => void;
};

/** The ways on, with their keys. */
export function ReviewFoot({ hint, open, wayOn, session: { at, steps, scene }, onAct }: ReviewFootProps) {
  const readOnly = useReadOnly();
  return (
    <footer className={styles.foot}>
      <Button icon="chevronLeft" disabled={at === 0} onClick={() => onAct('back')}>
        上一张 <Kbd keys="Shift+Enter" />
      </Button>
      <div className={styles.words}>
        <p className={styles.hint} role="alert">
          {hint}
        </p>
        <p role="status">{hint === '' ? open : ''}</p>
      </div>
      <span className={styles.keys}>
        <Kbd keys="↑" /> <Kbd keys="↓" /> 换一项 · <Kbd keys="Mod+Z" /> 撤销 · <Kbd keys="Esc" /> 离开
      </span>
      <Button disabled={at >= steps.length} onClick={() => onAct('skip')}>
        先跳过 <Kbd keys="PageDown" />
      </Button>
      <Button
        look="main"
        disabled={readOnly || scene === null}
        className={styles.confirm ?? ''}
        onClick={() => onAct('confirm')}
      >
        {wayOn} <Kbd keys="Enter" />
      </Button>
    </footer>
  );
}
