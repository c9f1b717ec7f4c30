import { useEffect, useState } from 'react';
import { TextControl } from '../../fields/TextControl.tsx';
import styles from './Grid.module.css';
import type { ReadValue } from './readCell.ts';
import { stillTyped, type TypedText } from './typedText.ts';

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
 * input with the reason below it until it is mended or its value changes elsewhere; the draft keeps the value before.
 */
export function ReadInput<Value extends string | number>(props: ReadInputProps<Value>) {
  const { value, read, show, onChange } = props;
  const [last, setLast] = useState<TypedText<Value> | null>(null);
  const typed = stillTyped(last, value);
  const problem = typed?.problem ?? null;
  // What no longer holds must not come back when undo and redo bring its value back.
  useEffect(() => setLast((one) => stillTyped(one, value)), [value]);
  return (
    <>
      <TextControl
        label={props.label}
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
        value={typed !== null ? typed.text : value === null ? '' : show(value)}
        readOnly={props.readOnly}
        align={props.align ?? 'left'}
        {...(props.suffix === undefined ? {} : { suffix: props.suffix })}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        {...(problem === null ? {} : { status: 'error' as const })}
        onChange={(text) => {
          const result = read(text);
          setLast(
            result.ok
              ? { text, value: result.value, problem: null }
              : { text, value, problem: result.message },
          );
          if (result.ok && !Object.is(result.value, value)) onChange(result.value);
        }}
        onBlur={() => {
          if (problem === null) setLast(null);
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
