import { InkDrawing } from '../ui/InkDrawing.tsx';
import styles from './StateMark.module.css';

export type Mark = 'untouched' | 'inProgress' | 'warning' | 'error' | 'done';

const words: { readonly [mark in Mark]: string } = {
  untouched: '未开始',
  inProgress: '进行中',
  warning: '有问题',
  error: '有问题',
  done: '完成',
};

/** How far something is: a drawn mark, and the word beside it or only for screen readers. */
export function StateMark({
  mark,
  word = 'heard',
}: {
  readonly mark: Mark;
  readonly word?: 'heard' | 'shown';
}) {
  return (
    <span className={`${styles.mark} ${styles[mark]}`} title={words[mark]}>
      <InkDrawing>
        <Drawing mark={mark} />
      </InkDrawing>
      <span className={word === 'shown' ? styles.word : 'heard'}>{words[mark]}</span>
    </span>
  );
}

function Drawing({ mark }: { readonly mark: Mark }) {
  switch (mark) {
    case 'untouched':
      return <circle cx="8" cy="8" r="5.2" strokeDasharray="2.2 2.2" />;
    case 'inProgress':
      return (
        <>
          <circle cx="8" cy="8" r="5.2" />
          <path className={styles.filled} d="M8 4.6a3.4 3.4 0 0 1 0 6.8z" />
        </>
      );
    case 'warning':
    case 'error':
      return <path d="M8 2.4 14 13.2H2zM8 6.6v3m0 1.6v.1" />;
    default:
      return <path d="M3.2 8.4 6.6 11.8 12.8 5" />;
  }
}
