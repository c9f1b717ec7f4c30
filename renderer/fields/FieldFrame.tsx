import { type ReactNode, useId, useState } from 'react';
import { ClauseButton, type QuotedClause } from './ClauseButton.tsx';
import styles from './FieldFrame.module.css';
import { useJudged } from './useJudged.ts';
import { useVerdict } from './useVerdict.ts';
import { ProblemLine, toneOf, VerdictLine } from './Verdict.tsx';

/** What a control inside a frame has to take over. */
export type FrameBinding = {
  readonly id: string;
  /** Ids of hint and verdict. */
  readonly describedBy: string;
  readonly status: 'error' | 'warning' | null;
};

type FieldFrameProps = {
  /** The place findings speak of: a field id or a path. */
  readonly at: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly example?: string;
  readonly clause?: QuotedClause | null;
  /** Whether it is answered; answered when opened, it is judged at once. */
  readonly answered: boolean;
  /** Why what was typed could not be read: said in place of the check that would only say that it is wrong. */
  readonly problem?: string | null;
  /** Several controls under one name (是 / 否) instead of one that a label can point at. */
  readonly group?: boolean;
  readonly wide?: boolean;
  readonly children: (binding: FrameBinding) => ReactNode;
};

/** What stands around a control: its name, what it wants before one errs, and its verdict once it is left. */
export function FieldFrame(props: FieldFrameProps) {
  const { at, label, required = false, hint = '', example = '', clause = null, problem = null } = props;
  const id = useId();
  const [openedWithContent] = useState(props.answered);
  const { judged, frame } = useJudged(at, openedWithContent);
  const findings = useVerdict(at, problem !== null);
  const shown = judged ? findings : [];
  const worst = shown.map(toneOf).find((tone) => tone === 'error' || tone === 'warning') ?? null;
  const status =
    judged && problem !== null ? 'error' : worst === 'error' || worst === 'warning' ? worst : null;
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const verdictId = `${id}-verdict`;
  const name = (
    <>
      {label}
      {required && <span className={styles.required}>必填</span>}
    </>
  );
  return (
    <div
      className={[styles.field, props.wide === true ? styles.wide : ''].join(' ')}
      data-at={at}
      ref={frame}
      {...(props.group === true
        ? { role: 'group', 'aria-labelledby': labelId, 'aria-describedby': hintId }
        : {})}
    >
      {props.group === true ? (
        <span id={labelId} className={styles.label}>
          {name}
        </span>
      ) : (
        <label id={labelId} htmlFor={id} className={styles.label}>
          {name}
        </label>
      )}
      <div className={styles.control}>
        {props.children({ id, describedBy: `${hintId} ${verdictId}`, status })}
      </div>
      {/* Behind the control, so that a jump and Tab come to the control first; shown beside the label. */}
      {clause !== null && (
        <span className={styles.clause}>
          <ClauseButton clause={clause} about={label} />
        </span>
      )}
      <p id={hintId} className={styles.hint}>
        {hint}
        {example !== '' && <span className={styles.example}>例：{example}</span>}
      </p>
      <div id={verdictId} aria-live="polite" className={styles.verdict}>
        {judged && problem !== null && <ProblemLine problem={problem} />}
        {shown.map((finding) => (
          <VerdictLine key={finding.key} finding={finding} />
        ))}
      </div>
    </div>
  );
}
