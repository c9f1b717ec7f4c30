import type { PreviewSeal } from '../../shared/contract/Preview.ts';
import styles from './SealMarks.module.css';

type SealMarksProps = {
  readonly seals: readonly PreviewSeal[];
  /** Of the page, from 0. */
  readonly index: number;
  /** The cut edge is on the left. */
  readonly edgeLeft: boolean;
};

/** Which seals belong on a page. They are marks for the eye: the paper is sealed by hand. */
export function SealMarks({ seals, index, edgeLeft }: SealMarksProps) {
  const here = seals.filter(
    ({ first, last }) => first !== null && last !== null && first <= index && index <= last,
  );
  const edge = seals.filter(({ first }) => first === null);
  return (
    <>
      <span className={styles.seals}>
        {here.map(({ seal, where }) => (
          <span key={`${seal} ${where}`} className={styles.seal} title={`${seal}：${where}`}>
            {seal}
          </span>
        ))}
      </span>
      {edge.map(({ seal, where }) => (
        <span
          key={`${seal} ${where}`}
          className={styles.edge}
          data-side={edgeLeft ? 'left' : 'right'}
          title={`${seal}：${where}`}
        >
          <span className={styles.edgeWord}>骑缝</span>
        </span>
      ))}
    </>
  );
}
