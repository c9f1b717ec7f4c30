import { assertNever } from '../../shared/assertNever.ts';
import { ChoiceField } from './ChoiceField.tsx';
import type { ControlProps } from './ControlProps.ts';
import { DateField } from './DateField.tsx';
import { PlainField } from './PlainField.tsx';
import { TextField } from './TextField.tsx';
import { TypedField } from './TypedField.tsx';
import { YesNoField } from './YesNoField.tsx';

/** The control of a field by its type, without label and verdict. */
export function FieldControl({ field, ...rest }: ControlProps) {
  switch (field.type) {
    case 'text':
      return <TextField field={field} {...rest} />;
    case 'money':
    case 'usd':
    case 'percent':
    case 'number':
      return <TypedField field={field} {...rest} />;
    case 'date':
    case 'month':
      return <DateField field={field} {...rest} />;
    case 'choice':
      return <ChoiceField field={field} {...rest} />;
    case 'code':
    case 'phone':
    case 'mobile':
      return <PlainField field={field} {...rest} />;
    case 'yesNo':
      return <YesNoField field={field} {...rest} />;
    default:
      return assertNever(field);
  }
}
