import { describe, expect, it } from 'vitest';
import type { Table } from '../../../shared/documents/block.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { invoiceRowsOf, invoiceStampText } from '../../../shared/documents/invoiceRows.ts';
import { INVOICE_SHEET } from '../../../shared/documents/invoiceSheets.ts';
import { invoiceTable } from '../../../shared/documents/invoiceTable.ts';
import { applicationWith, attachment, call, invoice, linesOf, tables, tableText } from './documentFixture.ts';

function heightOf(table: Table): number {
  return [...table.head, ...table.rows].reduce((sum, { height }) => sum + (height?.mm ?? 0), 0);
}

describe('the table of every invoice', () => {
  it('prints number, date, seller, use, claimed amount and the page of the copy', () => {
    const application = applicationWith({
      attachments: [attachment('scan', 'invoice-copies')],
      invoices: [
        invoice(1, { copies: ['gone', 'scan'] }),
        invoice(2, { code: '', number: '24112000000048542163', claimedFen: 50_000 }),
        invoice(3, { totalFen: -113_000, issuedOn: null, category: '' }),
      ],
    });
    const [table] = tables(invoiceTable(call, application));
    expect(table === undefined ? [] : tableText(table)).toEqual([
      '序号 | 发票代码\n及号码 | 开票日期 | 开票单位 | 用途（类别） | 计入金额\n含税，元 | 页码',
      '1 | 050001900111\n00000001 | 2019年\n3月5日 | 示例软件有限公司 | 平台服务器（平台软硬件） | 1,130.00 | [attachment.scan]',
      '2 | 24112000000048542163 | 2019年\n3月5日 | 示例软件有限公司 | 平台服务器（平台软硬件） | 500.00\n票面 1,130.00 | —',
      '3 | 050001900111\n00000003 |  | 示例软件有限公司 | 平台服务器 | -1,130.00 | —',
      '本页小计（3 张） | 500.00 | ',
      '合计（3 张） | 500.00 | ',
    ]);
    expect(table?.rows[0]?.anchor).toBe('invoice.invoice-1');
  });

  it('counts net amounts when the draft says so, and says so in the head', () => {
    const application = applicationWith({ invoices: [invoice(1)], settings: { amountBasis: 'net' } });
    const text = linesOf(invoiceTable(call, application)).join('\n');
    expect(text).toContain('不含税');
    expect(text).toContain('合计（1 张） | 1,000.00');
  });

  it('cuts itself into pages that fit, each with its subtotal, and the total once at the end', () => {
    const application = applicationWith({
      invoices: Array.from({ length: 120 }, (_, index) =>
        invoice(index + 1, { totalFen: (index + 1) * 100 }),
      ),
    });
    const blocks = invoiceTable(call, application);
    const sheets = tables(blocks);
    expect(blocks.filter(({ type }) => type === 'pageBreak').length).toBe(sheets.length);
    expect(sheets.length).toBeGreaterThan(4);
    for (const [index, sheet] of sheets.entries()) {
      const above = INVOICE_SHEET.above + (index === 0 ? 2 * INVOICE_SHEET.noteLine : 0);
      expect(heightOf(sheet) + above).toBeLessThanOrEqual(INVOICE_SHEET.textHeight - INVOICE_SHEET.reserve);
    }
    const lines = sheets.flatMap(tableText);
    expect(lines.filter((line) => line.startsWith('合计'))).toEqual(['合计（120 张） | 7,260.00 | ']);
    const subtotals = lines.flatMap((line) => /本页小计（\d+ 张） \| ([\d,.]+)/.exec(line)?.[1] ?? []);
    expect(subtotals.length).toBe(sheets.length);
    const cents = subtotals.reduce(
      (sum, text) => sum + Math.round(Number(text.replaceAll(',', '')) * 100),
      0,
    );
    expect(cents).toBe(726_000);
  });

  it('puts ten or more rows on a sheet when names and uses are of common length', () => {
    const invoices = Array.from({ length: 60 }, (_, index) =>
      invoice(index + 1, { seller: { name: '重庆示例机器视觉科技有限公司' }, totalFen: 33_332_018 }),
    );
    const sheets = tables(invoiceTable(call, applicationWith({ invoices })));
    for (const { rows } of sheets.slice(0, -1)) expect(rows.length - 1).toBeGreaterThanOrEqual(11);
    expect(sheets.length).toBe(5);
  });

  it('has room for the total wherever the last row falls', () => {
    for (let count = 1; count <= 30; count += 1) {
      const invoices = Array.from({ length: count }, (_, index) => invoice(index + 1));
      const sheets = tables(invoiceTable(call, applicationWith({ invoices })));
      const last = sheets.at(-1);
      const above = INVOICE_SHEET.above + (sheets.length === 1 ? 2 * INVOICE_SHEET.noteLine : 0);
      const height = last === undefined ? Number.POSITIVE_INFINITY : heightOf(last) + above;
      expect(height).toBeLessThanOrEqual(INVOICE_SHEET.textHeight - INVOICE_SHEET.reserve);
      const listed = sheets.flatMap(tableText).filter((line) => /^\d+ \|/.test(line)).length;
      expect([count, listed]).toEqual([count, count]);
      const counted = sheets.flatMap(tableText).flatMap((line) => /小计（(\d+) 张）/.exec(line)?.[1] ?? []);
      expect(counted.reduce((sum, one) => sum + Number(one), 0)).toBe(count);
    }
  });

  it('continues a very long entry in further rows and loses none of its words', () => {
    const use = '用途说明'.repeat(500);
    const application = applicationWith({ invoices: [invoice(1, { use, category: '' }), invoice(2)] });
    const sheets = tables(invoiceTable(call, application));
    const column = sheets
      .flatMap(({ rows }) => rows)
      .flatMap(({ cells }) => (cells.length === 7 ? [cells[4]] : []));
    const words = column
      .map((cell) =>
        linesOf(cell?.content ?? [])
          .join('')
          .replaceAll('\n', ''),
      )
      .join('');
    expect(words).toBe(`${use}平台服务器（平台软硬件）`);
    for (const sheet of sheets) expect(heightOf(sheet)).toBeLessThan(INVOICE_SHEET.textHeight);
  });

  it('composes 10,000 invoices in a moment, in time that grows with the rows', () => {
    const application = applicationWith({
      attachments: Array.from({ length: 2_000 }, (_, index) => attachment(`a${index}`, 'invoice-copies')),
      invoices: Array.from({ length: 10_000 }, (_, index) =>
        invoice(index + 1, { copies: [`a${index % 2_000}`] }),
      ),
    });
    const start = performance.now();
    compose(call, application, { draft: false });
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('rows an attachment is a copy of', () => {
  it('are counted from 1, one scan may hold several, a copy named twice counts once', () => {
    const application = applicationWith({
      invoices: [invoice(1, { copies: ['a', 'a', 'b'] }), invoice(2, { copies: ['b'] }), invoice(3)],
    });
    expect([...invoiceRowsOf(application)]).toEqual([
      ['a', [1]],
      ['b', [1, 2]],
    ]);
    expect(invoiceStampText([1, 2])).toBe('投资明细表第 1、2 行');
    expect(invoiceStampText([])).toBe('');
  });
});
