import { Button, Radio } from 'antd';
import { useId } from 'react';
import type { Severity } from '../../../shared/calls/schema/basics.ts';
import type { Target } from '../../../shared/calls/schema/direction.ts';
import { printNumber } from '../../../shared/documents/printValue.ts';
import { reachesTarget } from '../../../shared/documents/targetTable.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { ProblemLine, ToneMark } from '../../fields/Verdict.tsx';
import styles from './TargetsStep.module.css';
import { thresholdWords } from './targetWords.ts';
import { useTargetText } from './useTargetText.ts';

type Value = number | boolean | null;

/** One target: what the call asks, what the project sets itself, and at once whether that reaches. */
export function TargetRow({
  target,
  severity,
  enough,
}: {
  readonly target: Target;
  readonly severity: Severity;
  /** The group this one belongs to is reached without it. */
  readonly enough: boolean;
}) {
  const id = useId();
  const value = useApplication(({ targets }) => targets[target.id] ?? null);
  const readOnly = useReadOnly();
  const reached = reachesTarget(target, value);
  const at = `targets.${target.id}`;
  const change = (next: Value) =>
    edit([{ kind: 'target', target: target.id, value: next }], { at, mergeKey: at });
  const typed = useTargetText(target, typeof value === 'number' ? value : null, change);
  return (
    <div className={styles.row} data-at={at}>
      <label htmlFor={target.kind === 'number' ? id : undefined} id={`${id}-label`}>
        {target.label}
      </label>
      <span className={styles.demand} id={`${id}-demand`}>
        要求{thresholdWords(target)}
      </span>
      {target.kind === 'number' ? (
        <TextControl
          id={id}
          value={typed.text}
          onChange={typed.onText}
          onBlur={typed.onLeave}
          align="right"
          inputMode="decimal"
          readOnly={readOnly}
          describedBy={`${id}-demand ${id}-verdict`}
          {...(target.unit === '' ? {} : { suffix: target.unit })}
          {...(typed.problem !== null || (reached === false && !enough)
            ? { status: toStatus(severity) }
            : {})}
        />
      ) : (
        <YesNo value={value} label={target.label} readOnly={readOnly} onChange={change} />
      )}
      <span className={styles.verdict} id={`${id}-verdict`} aria-live="polite">
        {typed.problem !== null ? (
          <ProblemLine problem={typed.problem} />
        ) : reached === null ? (
          <ToneMark tone="unknown" />
        ) : reached ? (
          <ToneMark tone="met" word={marginWords(target, value)} />
        ) : (
          <ToneMark tone={enough ? 'hint' : severity} word={marginWords(target, value)} />
        )}
      </span>
    </div>
  );
}

function YesNo({
  value,
  label,
  readOnly,
  onChange,
}: {
  readonly value: Value;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <span className={styles.yesNo}>
      <Radio.Group
        value={typeof value === 'boolean' ? value : null}
        disabled={readOnly}
        aria-label={label}
        onChange={({ target }) => onChange(target.value === true)}
        options={[
          { label: '是', value: true },
          { label: '否', value: false },
        ]}
      />
      {value !== null && !readOnly && (
        <Button type="text" size="small" onClick={() => onChange(null)} aria-label={`清除“${label}”的回答`}>
          清除
        </Button>
      )}
    </span>
  );
}

function toStatus(severity: Severity): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}

/** "达到，高出 5%", "未达到，还差 5 台". */
function marginWords(target: Target, value: Value): string {
  const reached = reachesTarget(target, value) === true;
  const word = reached ? '达到' : '未达到';
  if (typeof value !== 'number') return word;
  const { atLeast, below, unit } = target;
  const figure = (difference: number) =>
    `${printNumber(Math.abs(Number(difference.toPrecision(12))))}${/^[%‰℃°]/u.test(unit) ? '' : ' '}${unit}`;
  if (below !== undefined && (value >= below || atLeast === undefined)) {
    if (reached) return `${word}，低于要求 ${figure(below - value)}`;
    return value === below ? `${word}，要低于 ${figure(below)}` : `${word}，高出 ${figure(value - below)}`;
  }
  if (atLeast === undefined) return word;
  if (value === atLeast) return `${word}，正好`;
  return value > atLeast
    ? `${word}，高出 ${figure(value - atLeast)}`
    : `${word}，还差 ${figure(atLeast - value)}`;
}
