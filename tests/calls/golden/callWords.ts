import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Field } from '../../../shared/calls/schema/field.ts';

/** A field by its label, or by label and id in brackets where two share a label. */
export function fieldById(call: Call, words: string): Field {
  const found = call.fields.filter(
    (field) => field.label === words || `${field.label}（${field.id}）` === words,
  );
  const [field] = found;
  if (field === undefined || found.length > 1) throw new Error(`${found.length} fields are called ${words}`);
  return field;
}

export function idOfLabel(
  entries: readonly { readonly id: string; readonly label: string }[],
  label: string,
): string {
  const found = entries.find((entry) => entry.label === label);
  if (found === undefined) throw new Error(`nothing is called ${label}`);
  return found.id;
}
