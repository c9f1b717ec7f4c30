import type { Field } from '../../shared/calls/schema/field.ts';
import { FieldInput } from './FieldInput.tsx';

/** The fields of a section, one below the other or side by side. */
export function FieldList({ fields }: { readonly fields: readonly Field[] }) {
  return fields.map((field) => <FieldInput key={field.id} field={field} />);
}
