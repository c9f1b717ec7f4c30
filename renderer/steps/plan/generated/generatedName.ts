import { assertNever } from '../../../../shared/assertNever.ts';
import type { Call } from '../../../../shared/calls/schema/call.ts';
import type { Generated } from '../../../../shared/calls/schema/page.ts';

/** What a person calls what is made of data: the call's caption, else the labels, else the table's usual name. */
export function generatedName(call: Call, generated: Generated): string {
  if ('facts' in generated) {
    if (generated.caption !== '') return generated.caption;
    const labels = generated.facts.flatMap((id) => call.fields.find((field) => field.id === id)?.label ?? []);
    return labels.join('、');
  }
  if ('consortium' in generated) {
    const { consortium } = generated;
    switch (consortium) {
      case 'introduction':
        return '联合体成员情况';
      case 'tasks':
        return '联合体任务分工表';
      default:
        return assertNever(consortium);
    }
  }
  const { table } = generated;
  switch (table) {
    case 'budget':
      return '投资预算表';
    case 'invoices':
      return '已完成投资明细表';
    case 'ledger':
      return '研发支出辅助账汇总';
    case 'targets':
      return '预期目标表';
    case 'indicators':
      return '量化指标表';
    case 'progress':
      return '项目进展情况表';
    default:
      return assertNever(table);
  }
}

/** Where its data are entered, as `jumpTo` takes it; null when the call has no place for them. */
export function sourceOf(call: Call, generated: Generated): string | null {
  const place = placeOf(call, generated);
  if (place === null) return null;
  const known =
    call.fields.some(({ id }) => id === place) ||
    call.sections.some(({ holds }) => holds.some((content) => content === place));
  return known ? place : null;
}

function placeOf({ roles }: Call, generated: Generated): string | null {
  if ('facts' in generated) return generated.facts[0] ?? null;
  if ('consortium' in generated) return 'consortium';
  const { table } = generated;
  switch (table) {
    case 'budget':
    case 'invoices':
    case 'ledger':
    case 'targets':
      return table;
    case 'indicators':
      return 'ownIndicators';
    case 'progress':
      return roles.progress ?? roles.investedToDate;
    default:
      return assertNever(table);
  }
}
