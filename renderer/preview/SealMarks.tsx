import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PreviewPage, PreviewSeal } from '../../shared/contract/Preview.ts';
import styles from './SealMarks.module.css';
import { besideEachOther, sealSpot } from './sealSpot.ts';
import { usePageTexts } from './usePageTexts.ts';

type SealMarksProps = {
  readonly pdf: PDFDocumentProxy;
  readonly page: PreviewPage;
  readonly seals: readonly PreviewSeal[];
  /** Of the page, from 0. */
  readonly index: number;
  /** The cut edge is on the left. */
  readonly edgeLeft: boolean;
};

/** Diameter of a seal by the page's width, as the style has it; A4. */
const SIZE = 0.18;
const RATIO = 297 / 210;

/**
 * Which seals belong on a page, each where its words stand, else in the corner. They are marks for the eye: the paper is
 * sealed by hand.
 */
export function SealMarks({ pdf, page, seals, index, edgeLeft }: SealMarksProps) {
  const here = seals.filter(
    ({ first, last }) => first !== null && last !== null && first <= index && index <= last,
  );
  const edge = seals.filter(({ first }) => first === null);
  const texts = usePageTexts(pdf, here.length > 0 && page.from === 'typeset' ? page.page : null);
  const spots = besideEachOther(
    here.map(({ where }) => sealSpot(texts, where)),
    SIZE,
    RATIO,
  );
  const placed = here.flatMap((mark, at) => {
    const spot = spots[at] ?? null;
    return spot === null ? [] : [{ ...mark, spot }];
  });
  const cornered = here.filter((_, at) => (spots[at] ?? null) === null);
  return (
    <>
      {placed.map(({ seal, where, spot }) => (
        <span
          key={`${seal} ${where}`}
          className={styles.placed}
          style={{ left: `${spot.across * 100}%`, top: `${spot.down * 100}%` }}
          title={`${seal}：${where}`}
        >
          {seal}
        </span>
      ))}
      <span className={styles.seals}>
        {cornered.map(({ seal, where }) => (
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
