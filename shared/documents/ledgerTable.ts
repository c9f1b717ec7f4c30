import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import {
  LEDGER_COST_LABELS,
  LedgerCost,
  type LedgerProject,
  type LedgerStyle,
  ledgerClaimedFen,
  ledgerTotalFen,
} from '../entities/ledger.ts';
import { type Fen, formatMoney } from '../entities/money.ts';
import type { Block, Row } from './block.ts';
import { cell, headRow, paragraph, row, tableEnd } from './blockBuilders.ts';
import { investmentUnit, sumFen, unitName } from './budgetTable.ts';
import { ledgerSheets } from './ledgerSheets.ts';

const STYLES: Readonly<Record<LedgerStyle, string>> = {
  '2015': '国家税务总局公告2015年第97号样式',
  '2021': '国家税务总局公告2021年第28号样式',
  other: '自行设计的样式',
};

function costFen(project: LedgerProject, cost: LedgerCost): Fen {
  return sumFen(project.rows.map(({ details }) => details[cost] ?? 0));
}

/** The six domestic groups always, commissioned research only where there is some. */
function costsOf(project: LedgerProject): LedgerCost[] {
  return LedgerCost.options.filter(
    (cost) => !cost.startsWith('commissioned') || costFen(project, cost) !== 0,
  );
}

function nameOf(project: LedgerProject): string {
  return project.code === '' ? project.name : `${project.name}（${project.code}）`;
}

function overviewRow(project: LedgerProject, index: number): Row {
  return row([
    cell(String(index + 1), { align: 'center' }),
    cell(nameOf(project)),
    cell(String(project.rows.length), { align: 'center' }),
    cell(formatMoney(ledgerTotalFen(project), 'yuan'), { align: 'right' }),
    cell(formatMoney(ledgerClaimedFen(project), 'yuan'), { align: 'right' }),
  ]);
}

function overview(projects: readonly LedgerProject[]): Block {
  const total = (amounts: Fen[]) =>
    cell(formatMoney(sumFen(amounts), 'yuan'), { role: 'total', align: 'right' });
  return {
    type: 'table',
    anchor: 'ledger',
    style: 'data',
    columns: [2, 11, 3, 6, 6],
    head: [headRow(['序号', '研发项目（编号）', '凭证行数', '归集合计（元）', '计入投资（元）'])],
    rows: [
      ...projects.map(overviewRow),
      row([
        cell('合计', { role: 'total', align: 'center', span: 2 }),
        cell(String(sumFen(projects.map(({ rows }) => rows.length))), { role: 'total', align: 'center' }),
        total(projects.map(ledgerTotalFen)),
        total(projects.map(ledgerClaimedFen)),
      ]),
    ],
    size: 'small',
  };
}

function projectTable(project: LedgerProject, index: number, last: boolean): Block[] {
  const label = (text: string) => cell(text, { role: 'label', align: 'center' });
  const money = (fen: Fen) => cell(formatMoney(fen, 'yuan'), { align: 'right' });
  const costs = costsOf(project);
  const pairs: Row[] = [];
  for (let at = 0; at < costs.length; at += 2) {
    const cells = costs
      .slice(at, at + 2)
      .flatMap((cost) => [label(LEDGER_COST_LABELS[cost]), money(costFen(project, cost))]);
    pairs.push(row(cells.length === 4 ? cells : [...cells, cell(''), cell('')]));
  }
  return [
    paragraph('tableCaption', `研发项目 ${index + 1}：${nameOf(project)}`, 'center'),
    {
      type: 'table',
      anchor: `ledger.${project.id}`,
      style: 'data',
      columns: [6, 8, 6, 8],
      head: [],
      rows: [
        row([
          label('账簿样式'),
          cell(STYLES[project.style]),
          label('年度'),
          cell(project.year === null ? '' : `${project.year}年`),
        ]),
        row([label('支出类型'), cell(project.expenseType ?? ''), label('完成情况'), cell(project.status)]),
        ...pairs,
        row(
          [
            cell('归集合计', { role: 'total', align: 'center' }),
            cell(formatMoney(ledgerTotalFen(project), 'yuan'), { role: 'total', align: 'right' }),
            cell('计入投资', { role: 'total', align: 'center' }),
            cell(formatMoney(ledgerClaimedFen(project), 'yuan'), { role: 'total', align: 'right' }),
          ],
          last ? tableEnd('ledger') : null,
        ),
      ],
      size: 'small',
    },
  ];
}

/** The sub-ledgers themselves, every voucher in the layout of its style. */
function sheets(projects: readonly LedgerProject[]): Block[] {
  const kept = projects.filter(({ rows }) => rows.length > 0);
  if (kept.length === 0) return [];
  const end = tableEnd('ledger');
  const pages = kept.flatMap((project, index) =>
    ledgerSheets(project, index === kept.length - 1 ? end : null),
  );
  return [{ type: 'turned', sheets: pages }];
}

/**
 * 研发支出辅助账: all projects with their sums, then each with its cost groups, then every voucher of each on pages in
 * landscape. Nothing without a ledger.
 */
export function ledgerTable(call: Call, application: Application): Block[] {
  const projects = application.ledger;
  if (projects.length === 0) return [];
  const claimed = sumFen(projects.map(ledgerClaimedFen));
  const unit = investmentUnit(call);
  const inCallUnit =
    unit === 'yuan' ? '' : `；计入投资合计折合 ${formatMoney(claimed, unit)} ${unitName(unit)}`;
  const vouchers = sheets(projects);
  return [
    paragraph('tableCaption', '研发支出辅助账汇总表', 'center'),
    paragraph('tableNote', `单位：元${inCallUnit}`, 'right'),
    overview(projects),
    ...projects.flatMap((project, index) =>
      projectTable(project, index, vouchers.length === 0 && index === projects.length - 1),
    ),
    ...vouchers,
  ];
}
