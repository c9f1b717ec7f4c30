import type { Call } from '../../shared/calls/schema/call.ts';
import type { Field } from '../../shared/calls/schema/field.ts';
import type { FormCell } from '../../shared/calls/schema/page.ts';

/** Fields that belong together; the title is what the printed form calls them, null where it has no name. */
export type FieldGroup = { readonly title: string | null; readonly fields: readonly Field[] };

/**
 * Fields in the order of the call, those side by side under one label of the printed form as a group under that
 * label: 主营业务收入, 实现利润 … under 企业上年经营状况. Without it two fields of one name could not be told apart.
 */
export function fieldGroups(call: Call, fields: readonly Field[]): readonly FieldGroup[] {
  const labels = formLabels(call);
  const groups: { title: string | null; fields: Field[] }[] = [];
  for (const field of fields) {
    const title = labels.get(field.id) ?? null;
    const last = groups.at(-1);
    if (last !== undefined && last.title === title) last.fields.push(field);
    else groups.push({ title, fields: [field] });
  }
  return groups;
}

/** Label of the form that several fields share, by field id. */
function formLabels(call: Call): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string[]>();
  let carried = { label: '', rows: 0 };
  for (const [index, row] of call.form.rows.entries()) {
    let label = carried.rows > 0 ? `${index - 1}:${carried.label}` : '';
    if (carried.rows > 0) label = carried.label;
    carried = { ...carried, rows: carried.rows - 1 };
    for (const cell of row.cells) {
      if (cell.role === 'label') {
        label = `${index}:${wordsOf(cell)}`;
        if (cell.rows > 1) carried = { label, rows: cell.rows - 1 };
      } else if (cell.role === 'value') {
        const ids = cell.pieces.flatMap((piece) => ('field' in piece ? [piece.field] : []));
        byLabel.set(label, [...(byLabel.get(label) ?? []), ...ids]);
      }
    }
  }
  const shared = [...byLabel].filter(([key, ids]) => ids.length > 1 && /^\d+:./.test(key));
  return new Map(shared.flatMap(([key, ids]) => ids.map((id) => [id, key.replace(/^\d+:/, '')] as const)));
}

function wordsOf(cell: FormCell): string {
  return cell.pieces
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('')
    .trim();
}

/** Ids of the fields the printed form has a place for. */
export function fieldsOnForm(call: Call): ReadonlySet<string> {
  const { above, rows, below } = call.form;
  const pieces = [
    ...above.flatMap((line) => line.pieces),
    ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces)),
    ...below.flat(),
  ];
  return new Set(
    pieces.flatMap((piece) =>
      'field' in piece ? [piece.field] : 'signedOn' in piece ? [piece.signedOn] : [],
    ),
  );
}
