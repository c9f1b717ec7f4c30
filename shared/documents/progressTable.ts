import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { claimedAmountFen } from '../entities/invoice.ts';
import { ledgerClaimedFen } from '../entities/ledger.ts';
import { type Fen, formatMoney, type MoneyUnit } from '../entities/money.ts';
import type { Block, Row } from './block.ts';
import { cell, headRow, paragraph, row } from './blockBuilders.ts';
import { investmentUnit, sumFen, unitName } from './budgetTable.ts';
import { printNumber } from './printValue.ts';

/** 0.01 万元 in 分. */
const WAN_HUNDREDTH = 10_000;

interface Line {
  readonly label: string;
  readonly plannedFen: Fen;
  readonly spentFen: Fen;
}

/** By category: what was budgeted, and what invoices and, for R&D, the ledger prove as spent. */
function linesOf(call: Call, application: Application): Line[] {
  const { amountBasis } = application.settings;
  const known = new Set(call.investment.categories.map(({ id }) => id));
  const ledger = sumFen(application.ledger.map(ledgerClaimedFen));
  const line = (label: string, has: (category: string) => boolean, extra: Fen): Line => ({
    label,
    plannedFen: sumFen(
      application.budget.filter(({ category }) => has(category)).map(({ amountFen }) => amountFen),
    ),
    spentFen:
      extra +
      sumFen(
        application.invoices
          .filter(({ category }) => has(category))
          .map((invoice) => claimedAmountFen(invoice, amountBasis)),
      ),
  });
  const firstRd = call.investment.categories.find(({ rd }) => rd)?.id;
  return [
    ...call.investment.categories.map(({ id, label }) =>
      line(label, (category) => category === id, id === firstRd ? ledger : 0),
    ),
    line('未分类', (category) => !known.has(category), firstRd === undefined ? ledger : 0),
  ].filter(({ plannedFen, spentFen }) => plannedFen !== 0 || spentFen !== 0);
}

function lineRow({ label, plannedFen, spentFen }: Line, unit: MoneyUnit, role: 'value' | 'total'): Row {
  // One decimal is what a share is read at; the amounts beside it are exact.
  const share = plannedFen > 0 ? `${printNumber(Math.round((spentFen / plannedFen) * 1000) / 10)}%` : '—';
  return row([
    cell(label, { role, align: role === 'total' ? 'center' : 'left' }),
    cell(formatMoney(plannedFen, unit), { role, align: 'right' }),
    cell(formatMoney(spentFen, unit), { role, align: 'right' }),
    cell(share, { role, align: 'right' }),
  ]);
}

/** The call's unit where two decimals tell every amount exactly; else 元, rather than 353.499538 万元. */
function readableUnit(unit: MoneyUnit, lines: readonly Line[]): MoneyUnit {
  const exact = (fen: Fen) => fen % WAN_HUNDREDTH === 0;
  return unit === 'yuan' || lines.every(({ plannedFen, spentFen }) => exact(plannedFen) && exact(spentFen))
    ? unit
    : 'yuan';
}

/** 投资完成情况 by category against the budget. Nothing when neither budget nor spending is known. */
export function progressTable(call: Call, application: Application): Block[] {
  const lines = linesOf(call, application);
  if (lines.length === 0) return [];
  const all: Line = {
    label: '合计',
    plannedFen: sumFen(lines.map(({ plannedFen }) => plannedFen)),
    spentFen: sumFen(lines.map(({ spentFen }) => spentFen)),
  };
  const unit = readableUnit(investmentUnit(call), [...lines, all]);
  return [
    paragraph('tableCaption', '投资完成情况表', 'center'),
    paragraph('tableNote', `单位：${unitName(unit)}`, 'right'),
    {
      type: 'table',
      anchor: 'progress',
      style: 'data',
      columns: [8, 6, 6, 4],
      head: [headRow(['投资类别', '预算', '已完成投资', '完成比例'])],
      rows: [...lines.map((line) => lineRow(line, unit, 'value')), lineRow(all, unit, 'total')],
      size: 'normal',
    },
  ];
}
