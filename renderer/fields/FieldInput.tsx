import type { Field } from '../../shared/calls/schema/field.ts';
import { useAnswer, useCall, useReadOnly } from '../draft/useDraft.ts';
import { FieldControl } from './FieldControl.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { unreadProblem } from './fieldWords.ts';

/** One field of the call: label, control by its type, what it wants, and its verdict. */
export function FieldInput({ field }: { readonly field: Field }) {
  const [value, change] = useAnswer(field.id);
  const readOnly = useReadOnly();
  const clause = useCall().clauses.find(({ id }) => id === field.clause) ?? null;
  return (
    <FieldFrame
      at={field.id}
      label={field.label}
      required={field.required}
      hint={field.hint}
      example={field.example}
      clause={clause}
      answered={value !== null && value !== ''}
      problem={unreadProblem(field, value)}
      group={field.type === 'yesNo'}
      wide={isWide(field)}
    >
      {(binding) => (
        <FieldControl
          field={field}
          value={value}
          onChange={change}
          readOnly={readOnly}
          paper={null}
          {...binding}
        />
      )}
    </FieldFrame>
  );
}

/** Whether a field takes the whole width: prose and statements. */
function isWide(field: Field): boolean {
  return (
    (field.type === 'text' && (field.multiline || field.maxCharacters !== undefined)) ||
    (field.type === 'yesNo' && field.declaration !== '')
  );
}
