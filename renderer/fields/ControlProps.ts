import type { Field } from '../../shared/calls/schema/field.ts';
import type { AnswerValue } from '../../shared/entities/application.ts';

/** What a text input inside a frame is told, whatever its field. */
export type BindingProps = Pick<ControlProps, 'readOnly' | 'id' | 'describedBy' | 'status' | 'paper'> & {
  readonly field: Pick<Field, 'label' | 'required'>;
};

/** What the control of every field type is given. */
export type ControlProps<Type extends Field['type'] = Field['type']> = {
  readonly field: Extract<Field, { type: Type }>;
  readonly value: AnswerValue;
  readonly onChange: (value: AnswerValue) => void;
  readonly readOnly: boolean;
  readonly id: string;
  readonly describedBy: string;
  readonly status: 'error' | 'warning' | null;
  /** In a cell of the paper form: how the cell is aligned; without a border, named by itself, no unit. */
  readonly paper: 'left' | 'center' | 'right' | null;
};
