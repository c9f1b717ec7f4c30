import { Checkbox, Radio } from 'antd';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import type { DirectionChoice } from '../../../shared/entities/application.ts';
import { useCall } from '../../draft/useDraft.ts';
import { isOpen, useReport } from '../../draft/useFindings.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { clauseOf } from '../../fields/clauseOf.ts';
import { VerdictLine } from '../../fields/Verdict.tsx';
import { thresholdWords } from '../targets/targetWords.ts';
import { Contents } from './Contents.tsx';
import { Demands } from './Demands.tsx';
import styles from './DirectionStep.module.css';

type ChosenProps = {
  readonly direction: Direction;
  readonly choice: DirectionChoice;
  readonly readOnly: boolean;
  readonly onChange: (choice: DirectionChoice) => void;
};

/** The direction that is chosen, and what is chosen inside it: sub-kind, forms, scenarios, contents. */
export function ChosenDirection(props: ChosenProps) {
  const { direction } = props;
  const call = useCall();
  const open = useReport().filter(
    (one) => isOpen(one) && ['direction', 'direction.scenarioIds'].includes(one.at),
  );
  return (
    <div className={[styles.card, styles.chosen].join(' ')}>
      <h3>
        {direction.label} <ClauseButton clause={clauseOf(call, direction.clause)} about={direction.label} />
      </h3>
      <Demands direction={direction} />
      <div aria-live="polite">
        {open.map((finding) => (
          <VerdictLine key={finding.key} finding={finding} />
        ))}
      </div>
      <Kinds {...props} />
      <Forms {...props} />
      <Scenarios {...props} />
      <Contents {...props} />
    </div>
  );
}

function Kinds({ direction, choice, readOnly, onChange }: ChosenProps) {
  const call = useCall();
  if (direction.kinds.length === 0) return null;
  return (
    <fieldset className={styles.inside}>
      <legend>类别（选一个）</legend>
      <Radio.Group
        value={choice.kindId}
        disabled={readOnly}
        onChange={({ target }) => {
          const kind = direction.kinds.find(({ id }) => id === target.value);
          const forms = [...direction.forms, ...(kind?.forms ?? [])].map(({ id }) => id);
          onChange({
            ...choice,
            kindId: kind?.id ?? null,
            formIds: choice.formIds.filter((id) => forms.includes(id)),
          });
        }}
        options={direction.kinds.map(({ id, label, clause }) => ({
          value: id,
          label: (
            <>
              {label} <ClauseButton clause={clauseOf(call, clause)} about={label} />
            </>
          ),
        }))}
      />
    </fieldset>
  );
}

function Forms({ direction, choice, readOnly, onChange }: ChosenProps) {
  const kind = direction.kinds.find(({ id }) => id === choice.kindId);
  const forms = [...direction.forms, ...(kind?.forms ?? [])];
  if (forms.length === 0) return null;
  return (
    <fieldset className={styles.inside}>
      <legend>建设形式（可多选）</legend>
      <Checkbox.Group
        value={choice.formIds}
        disabled={readOnly}
        onChange={(formIds) => onChange({ ...choice, formIds })}
        options={forms.map(({ id, label }) => ({ value: id, label }))}
      />
    </fieldset>
  );
}

function Scenarios({ direction, choice, readOnly, onChange }: ChosenProps) {
  const call = useCall();
  if (direction.scenarios.length === 0) return null;
  return (
    <fieldset className={styles.inside} data-at="direction.scenarioIds">
      <legend>应用场景（可多选，至少一个）</legend>
      <ul className={styles.scenarios}>
        {direction.scenarios.map(({ id, label, clause, targets }) => {
          const taken = choice.scenarioIds.includes(id);
          return (
            <li key={id} className={taken ? styles.taken : undefined}>
              <Checkbox
                checked={taken}
                disabled={readOnly}
                onChange={({ target }) =>
                  onChange({
                    ...choice,
                    scenarioIds: direction.scenarios
                      .map((one) => one.id)
                      .filter((one) => (one === id ? target.checked : choice.scenarioIds.includes(one))),
                  })
                }
              >
                {label}
              </Checkbox>
              <ClauseButton clause={clauseOf(call, clause)} about={label} />
              <ul className={styles.targets}>
                {targets.map((target) => (
                  <li key={target.id}>
                    {target.label}
                    {thresholdWords(target)}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
