import { useId, useState } from 'react';
import type { Field } from '../../../shared/calls/schema/field.ts';
import { useAnswer, useReadOnly } from '../../draft/useDraft.ts';
import { FieldControl } from '../../fields/FieldControl.tsx';
import { unreadProblem } from '../../fields/fieldWords.ts';
import { useJudged } from '../../fields/useJudged.ts';
import { useVerdict } from '../../fields/useVerdict.ts';
import { ToneMark, toneOf } from '../../fields/Verdict.tsx';
import styles from './PaperForm.module.css';

/** One answer typed right where it is printed. What is wrong is marked here and told in the strip below the paper. */
export function PaperField({
  field,
  align,
}: {
  readonly field: Field;
  readonly align: 'left' | 'center' | 'right';
}) {
  const id = useId();
  const [value, change] = useAnswer(field.id);
  const readOnly = useReadOnly();
  const [openedWithContent] = useState(value !== null && value !== '');
  const { judged, frame } = useJudged(field.id, openedWithContent);
  const problem = unreadProblem(field, value);
  const findings = useVerdict(field.id, problem !== null);
  const worst = findings.map(toneOf).find((tone) => tone === 'error' || tone === 'warning') ?? null;
  const tone = !judged ? null : problem !== null ? 'error' : worst;
  const status = tone === 'error' || tone === 'warning' ? tone : null;
  return (
    <span
      ref={frame}
      data-at={field.id}
      className={[styles.field, status === null ? '' : styles[status]].join(' ')}
    >
      <FieldControl
        field={field}
        value={value}
        onChange={change}
        readOnly={readOnly}
        id={id}
        describedBy={`${id}-verdict`}
        status={status}
        paper={align}
      />
      <span id={`${id}-verdict`} className={styles.mark}>
        {status !== null && <ToneMark tone={status} {...(problem === null ? {} : { word: '没认出' })} />}
        <span className={styles.unseen}>
          {judged ? (problem ?? findings.map(({ message }) => message).join(' ')) : ''}
        </span>
      </span>
    </span>
  );
}
