import type { Call } from '../../../shared/calls/schema/call.ts';
import { investmentUnit } from '../../../shared/documents/budgetTable.ts';
import type { BudgetLine } from '../../../shared/entities/budgetLine.ts';
import { choiceColumn } from '../../ui/grid/choiceColumn.ts';
import type { GridColumn } from '../../ui/grid/gridColumn.ts';
import { moneyColumn } from '../../ui/grid/moneyColumn.ts';
import { textColumn } from '../../ui/grid/textColumn.ts';

/** Columns of the 投资预算 in the call's categories and unit. */
export function budgetColumns(call: Call): readonly GridColumn<BudgetLine>[] {
  const needing = call.investment.categories.filter(({ needsReason }) => needsReason);
  const reason =
    needing.length === 0
      ? '为什么属于本项目的投资；没有要说明的可以空着'
      : `“${needing.map(({ label }) => label).join('”“')}”一类的支出，要写明为什么属于本项目的投资`;
  return [
    choiceColumn<BudgetLine>({
      id: 'category',
      title: '投资类别',
      aliases: ['类别', '费用类别', '支出类别', '科目'],
      width: 128,
      bulk: true,
      choices: call.investment.categories,
      get: ({ category }) => category,
      set: (row, category) => ({ ...row, category }),
    }),
    textColumn<BudgetLine>({
      id: 'item',
      title: '投资内容',
      aliases: ['名称', '内容', '项目', '设备名称', '支出内容'],
      width: 120,
      grow: true,
      get: ({ item }) => item,
      set: (row, item) => ({ ...row, item }),
    }),
    textColumn<BudgetLine>({
      id: 'detail',
      title: '规格、数量等',
      aliases: ['规格', '数量', '规格型号', '说明', '备注'],
      width: 104,
      grow: true,
      get: ({ detail }) => detail,
      set: (row, detail) => ({ ...row, detail }),
    }),
    moneyColumn<BudgetLine>({
      id: 'amountFen',
      title: '金额',
      aliases: ['预算', '预算金额', '投资额', '投资金额', '合计'],
      width: 132,
      bulk: true,
      unit: investmentUnit(call),
      get: ({ amountFen }) => amountFen,
      set: (row, amountFen) => ({ ...row, amountFen }),
    }),
    textColumn<BudgetLine>({
      id: 'reason',
      title: '列支理由',
      aliases: ['理由', '原因'],
      hint: reason,
      width: 110,
      grow: true,
      bulk: true,
      get: ({ reason: words }) => words,
      set: (row, words) => ({ ...row, reason: words }),
    }),
  ];
}
