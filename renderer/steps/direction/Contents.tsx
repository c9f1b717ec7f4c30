import { Button, Radio } from 'antd';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import type { DirectionChoice } from '../../../shared/entities/application.ts';
import { useCall } from '../../draft/useDraft.ts';
import { isOpen, useReport } from '../../draft/useFindings.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { clauseOf } from '../../fields/clauseOf.ts';
import { VerdictLine } from '../../fields/Verdict.tsx';
import styles from './DirectionStep.module.css';

/** Parts of the work the direction demands: each is answered, or 未答. */
export function Contents({
  direction,
  choice,
  readOnly,
  onChange,
}: {
  readonly direction: Direction;
  readonly choice: DirectionChoice;
  readonly readOnly: boolean;
  readonly onChange: (choice: DirectionChoice) => void;
}) {
  const call = useCall();
  const report = useReport();
  if (direction.contents.length === 0) return null;
  const answer = (id: string, value: boolean | null) => {
    const { [id]: _, ...others } = choice.contents;
    onChange({ ...choice, contents: value === null ? others : { ...others, [id]: value } });
  };
  return (
    <fieldset className={styles.inside}>
      <legend>项目的建设内容包括</legend>
      <ul className={styles.contents}>
        {direction.contents.map(({ id, label, clause }) => {
          const at = `direction.contents.${id}`;
          const value = choice.contents[id] ?? null;
          // Not answered is asked for by the list itself; only an answer is judged.
          const findings = value === null ? [] : report.filter((one) => one.at === at && isOpen(one));
          return (
            <li key={id} data-at={at}>
              <span className={styles.content}>{label}</span>
              <Radio.Group
                value={value}
                disabled={readOnly}
                aria-label={label}
                onChange={({ target }) => answer(id, target.value === true)}
                options={[
                  { label: '包括', value: true },
                  { label: '不包括', value: false },
                ]}
              />
              <ClauseButton clause={clauseOf(call, clause)} about={label} />
              {value !== null && !readOnly && (
                <Button
                  type="text"
                  size="small"
                  onClick={() => answer(id, null)}
                  aria-label={`清除“${label}”的回答`}
                >
                  清除
                </Button>
              )}
              {findings.map((finding) => (
                <VerdictLine key={finding.key} finding={finding} />
              ))}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
