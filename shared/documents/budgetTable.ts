import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { BudgetLine } from '../entities/budgetLine.ts';
import { type Fen, formatMoney, type MoneyUnit } from '../entities/money.ts';
import type { Block, Row } from './block.ts';
import { cell, headRow, paragraph, row, tableEnd } from './blockBuilders.ts';
import { fieldOf } from './printValue.ts';

/** Unit in which the call prints investment: that of its 总投资 field; 万元 when it has none. */
export function investmentUnit(call: Call): MoneyUnit {
  const field = fieldOf(call, call.roles.totalInvestment) ?? fieldOf(call, call.roles.investedToDate);
  return field?.type === 'money' ? field.unit : 'wanyuan';
}

/** Name of a unit of money as printed. */
export function unitName(unit: MoneyUnit): string {
  return unit === 'wanyuan' ? '万元' : '元';
}

/** Sum of amounts; what is not known adds nothing. */
export function sumFen(amounts: Iterable<Fen | null>): Fen {
  let sum = 0;
  for (const fen of amounts) sum += fen ?? 0;
  return sum;
}

interface Group {
  readonly label: string;
  readonly lines: readonly BudgetLine[];
}

/** Budget lines by the call's categories, in the call's order; lines of no known category come last. */
function groupsOf(call: Call, application: Application): Group[] {
  const { categories } = call.investment;
  const known = new Set(categories.map(({ id }) => id));
  const groups = categories.map(({ id, label }) => ({
    label,
    lines: application.budget.filter(({ category }) => category === id),
  }));
  const rest = application.budget.filter(({ category }) => !known.has(category));
  return [...groups, { label: '未分类', lines: rest }].filter(({ lines }) => lines.length > 0);
}

function totalRow(label: string, fen: Fen, unit: MoneyUnit, anchor: string | null = null): Row {
  const cells = [
    cell(label, { role: 'total', align: 'center', span: 4 }),
    cell(formatMoney(fen, unit), { role: 'total', align: 'right' }),
  ];
  return row(cells, anchor);
}

/** 项目投资预算表 by category, each with its sum, and the sum of all. */
export function budgetTable(call: Call, application: Application): Block[] {
  const unit = investmentUnit(call);
  let number = 0;
  const rows = groupsOf(call, application).flatMap(({ label, lines }): Row[] => [
    ...lines.map((line) => {
      number += 1;
      const detail = [line.detail, line.reason === '' ? '' : `列支理由：${line.reason}`]
        .filter(Boolean)
        .join('\n');
      return row([
        cell(String(number), { align: 'center' }),
        cell(label),
        cell(line.item),
        cell(detail),
        cell(line.amountFen === null ? '' : formatMoney(line.amountFen, unit), { align: 'right' }),
      ]);
    }),
    totalRow(`${label} 小计`, sumFen(lines.map(({ amountFen }) => amountFen)), unit),
  ]);
  return [
    paragraph('tableCaption', '项目投资预算表', 'center'),
    paragraph('tableNote', `单位：${unitName(unit)}`, 'right'),
    {
      type: 'table',
      anchor: 'budget',
      style: 'data',
      columns: [2, 5, 8, 9, 5],
      head: [headRow(['序号', '投资类别', '投资内容', '规格、数量及说明', `金额（${unitName(unit)}）`])],
      rows: [
        ...(rows.length > 0 ? rows : [row([0, 1, 2, 3, 4].map(() => cell('')))]),
        totalRow(
          '合计',
          sumFen(application.budget.map(({ amountFen }) => amountFen)),
          unit,
          tableEnd('budget'),
        ),
      ],
      size: 'normal',
    },
  ];
}
