import { useState } from 'react';
import { TextControl } from '../../fields/TextControl.tsx';
import styles from './Grid.module.css';
import type { ReadValue } from './readCell.ts';

type ReadInputProps<Value> = {
  readonly label: string;
  readonly id?: string;
  readonly describedBy?: string;
  readonly value: Value | null;
  readonly read: (text: string) => ReadValue<Value>;
  readonly show: (value: Value) => string;
  readonly onChange: (value: Value | null) => void;
  readonly readOnly: boolean;
  readonly suffix?: string;
  readonly align?: 'left' | 'right';
  readonly placeholder?: string;
};

/**
 * An input for money, a day or the like beside a grid, read as its cells are. What cannot be read stays in the
 * input with the reason below it; the draft keeps the value before.
 */
export function ReadInput<Value extends string | number>(props: ReadInputProps<Value>) {
  const { value, read, show, onChange } = props;
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: Value | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const current = typed !== null && (problem !== null || Object.is(typed.value, value));
  return (
    <>
      <TextControl
        label={props.label}
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
        value={current ? typed.text : value === null ? '' : show(value)}
        readOnly={props.readOnly}
        align={props.align ?? 'left'}
        {...(props.suffix === undefined ? {} : { suffix: props.suffix })}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        {...(problem === null ? {} : { status: 'error' as const })}
        onChange={(text) => {
          const result = read(text);
          setProblem(result.ok ? null : result.message);
          setTyped({ text, value: result.ok ? result.value : value });
          if (result.ok && !Object.is(result.value, value)) onChange(result.value);
        }}
        onBlur={() => {
          if (problem === null) setTyped(null);
        }}
      />
      {problem !== null && (
        <p role="alert" className={styles.inputProblem}>
          {problem}
        </p>
      )}
    </>
  );
}
