import { comparedValue } from '../../../../shared/evidence/comparedValue.ts';
import { valueInWords } from '../../../../shared/evidence/evidenceWords.ts';
import type { FieldEvidence } from '../../../../shared/evidence/rowEvidence.ts';
import { SOURCE_NAMES } from '../../../evidence/evidenceWords.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './Review.module.css';

type ContradictionProps = {
  readonly evidence: FieldEvidence;
  readonly inRow: string | number | null;
  /** By id: what tells two lists apart. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** A value of a file as the row would hold it; null when it cannot. */
  readonly asTaken: (value: string | number) => string | number | null;
  readonly readOnly: boolean;
  readonly onTake: (value: string | number) => void;
};

/** One value and every source that tells it. */
type Claim = { readonly value: string | number; readonly sources: readonly string[] };

/** What the sources say of a field, side by side; the one in the table is told, any other can be taken. */
export function Contradiction({ evidence, inRow, fileNames, asTaken, readOnly, onTake }: ContradictionProps) {
  const { field, ofAnother } = evidence;
  return (
    <ul className={styles.claims} aria-label="各处读出的内容">
      {claimsOf(evidence, fileNames).map(({ value, sources }) => {
        const taken = asTaken(value);
        const held =
          inRow !== null && taken !== null && comparedValue(field, inRow) === comparedValue(field, taken);
        return (
          <li key={String(value)} className={styles.claim} data-held={held}>
            <span className={styles.claimSource}>
              {sources.join('、')}
              {ofAnother ? '（写的是另一方）' : ''}
            </span>
            <span className={styles.claimValue}>{valueInWords(field, value)}</span>
            {held ? (
              <span className={styles.held}>✓ 表里</span>
            ) : readOnly || taken === null ? null : (
              <Button
                className={styles.take ?? ''}
                aria-label={`取这个：${sources.join('、')}的 ${valueInWords(field, value)}`}
                onClick={() => onTake(taken)}
              >
                取这个
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function claimsOf(
  { field, value, reading, contradicting }: FieldEvidence,
  fileNames: ReadonlyMap<string, string>,
): readonly Claim[] {
  const claims = new Map<string, { value: string | number; sources: Set<string>; files: Set<string> }>();
  for (const one of [{ ...reading, value }, ...contradicting]) {
    const key = comparedValue(field, one.value);
    const claim = claims.get(key) ?? { value: one.value, sources: new Set(), files: new Set() };
    claim.sources.add(SOURCE_NAMES[one.source]);
    claim.files.add(fileNames.get(one.attachment) ?? '');
    claims.set(key, claim);
  }
  const all = [...claims.values()].map((claim) => ({
    value: claim.value,
    sources: [...claim.sources],
    files: [...claim.files].filter((name) => name !== ''),
  }));
  // Two lists are told apart by their names.
  const isTwice = (sources: readonly string[]): boolean =>
    all.filter((other) => other.sources.join() === sources.join()).length > 1;
  return all.map(({ value: told, sources, files }) => ({
    value: told,
    sources: isTwice(sources) && files.length > 0 ? [`${sources.join('、')}“${files.join('”“')}”`] : sources,
  }));
}
