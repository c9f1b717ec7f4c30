import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { claimedAmountFen } from '../entities/invoice.ts';
import { formatMoney } from '../entities/money.ts';
import type { Block, Row } from './block.ts';
import { cell, paragraph, tableEnd } from './blockBuilders.ts';
import { investmentUnit, sumFen, unitName } from './budgetTable.ts';
import { ALIGN, type Entry, exactRow, INVOICE_SHEET, sheetsOf } from './invoiceSheets.ts';

const BASIS = { gross: '含税', net: '不含税' } as const;

function sumRow(label: string, entries: readonly Entry[], anchor: string | null = null): Row {
  const total = sumFen(entries.map(({ claimedFen }) => claimedFen));
  return exactRow(
    [
      cell(`${label}（${entries.length} 张）`, { role: 'total', align: 'center', span: 5 }),
      cell(formatMoney(total, 'yuan'), { role: 'total', align: 'right' }),
      cell('', { role: 'total' }),
    ],
    INVOICE_SHEET.sum,
    anchor,
  );
}

function headOf(application: Application): Row {
  const basis = BASIS[application.settings.amountBasis];
  const texts = [
    '序号',
    '发票代码\n及号码',
    '开票日期',
    '开票单位',
    '用途（类别）',
    `计入金额\n${basis}，元`,
    '页码',
  ];
  return exactRow(
    texts.map((text) => cell(text, { role: 'head', align: 'center' })),
    INVOICE_SHEET.head,
    null,
  );
}

function noteOf(call: Call, application: Application): string {
  const total = sumFen(
    application.invoices.map((invoice) => claimedAmountFen(invoice, application.settings.amountBasis)),
  );
  const basis = BASIS[application.settings.amountBasis];
  const unit = investmentUnit(call);
  const inCallUnit = unit === 'yuan' ? '' : `，折合 ${formatMoney(total, unit)} ${unitName(unit)}`;
  return `共 ${application.invoices.length} 张发票，合计 ${formatMoney(total, 'yuan')} 元${inCallUnit}；金额按${basis}金额计入，“票面”为该发票全额；页码为发票复印件在本册的页码。`;
}

/**
 * 已完成投资明细表: every invoice's number, date, seller, use and claimed amount, and the bundle page of
 * its copy (— when there is none). Each page is a table of its own with its subtotal; the last one bears
 * the total. Begins on a new page.
 */
export function invoiceTable(call: Call, application: Application): Block[] {
  const note = noteOf(call, application);
  const sheets = sheetsOf(call, application, note);
  const all = sheets.flatMap(({ entries }) => entries);
  const title = '已完成投资明细表';
  return sheets.flatMap(({ rows, entries }, index): Block[] => {
    const last = index === sheets.length - 1;
    return [
      { type: 'pageBreak' },
      paragraph('tableCaption', index === 0 ? title : `${title}（续 ${index}）`, 'center'),
      ...(index === 0 ? [paragraph('tableNote', note, 'left')] : []),
      paragraph('tableNote', `本表第 ${index + 1} 页，共 ${sheets.length} 页　　单位：元`, 'right'),
      {
        type: 'table',
        anchor: index === 0 ? 'invoices' : `invoices.${index + 1}`,
        style: 'data',
        columns: INVOICE_SHEET.columns,
        head: [headOf(application)],
        rows: [
          ...(rows.length > 0
            ? rows
            : [
                exactRow(
                  ALIGN.map(() => cell('')),
                  INVOICE_SHEET.sum,
                  null,
                ),
              ]),
          sumRow('本页小计', entries),
          ...(last ? [sumRow('合计', all, tableEnd('invoices'))] : []),
        ],
        size: 'small',
      },
    ];
  });
}
