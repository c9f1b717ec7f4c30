import { Select } from 'antd';
import styles from './Grid.module.css';
import type { CellChoice } from './gridColumn.ts';

type ChoiceInputProps = {
  readonly choices: readonly CellChoice[];
  /** Id of the choice; '' for none. An id that is not in the list is shown as it is. */
  readonly value: string;
  readonly readOnly: boolean;
  /** Whether it can be emptied, as it can when absent; the cross for it is a stop of Tab. */
  readonly clearable?: boolean;
  readonly onChange: (id: string) => void;
  readonly id?: string;
  readonly label?: string;
};

/** One of a list, beside a grid. */
export function ChoiceInput({
  choices,
  value,
  readOnly,
  clearable = true,
  onChange,
  id,
  label,
}: ChoiceInputProps) {
  return (
    <Select
      className={styles.choiceInput ?? ''}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value === '' ? null : value}
      placeholder="请选择"
      allowClear={!readOnly && clearable}
      disabled={readOnly}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices.map((choice) => ({ value: choice.id, label: choice.label }))}
      onChange={(next: string | null | undefined) => onChange(next ?? '')}
    />
  );
}
