import type { Operand } from '../schema/condition.ts';
import type { ConditionContext } from './conditionContext.ts';
import type { CallPath } from './report.ts';

/** Choice ids an operand can answer with, where the call closes them; null where it does not. */
function choicesOf(
  operand: Operand,
  { names, row }: ConditionContext,
): { readonly ids: Iterable<string>; readonly where: string } | null {
  if ('field' in operand) {
    const field = names.fields.get(operand.field);
    if (field?.type !== 'choice') return null;
    const ids = names.lists.get(field.list);
    return ids === undefined ? null : { ids, where: `lists.${field.list}` };
  }
  if (!('row' in operand)) return null;
  if (operand.row === 'category' && (row === 'budget' || row === 'invoices'))
    return { ids: names.categories, where: 'investment.categories' };
  if (operand.row === 'kind' && row === 'attachments')
    return { ids: names.attachments, where: 'attachments' };
  return null;
}

/** A literal that is compared with a choice has to be one of the choices; a typing error is never met. */
export function checkLiterals(
  operand: Operand,
  values: readonly (string | number)[],
  path: CallPath,
  context: ConditionContext,
  single = false,
): void {
  const choices = choicesOf(operand, context);
  if (choices === null) return;
  values.forEach((value, index) => {
    context.report.known(single ? path : [...path, index], String(value), choices.ids, '选项', choices.where);
  });
}
