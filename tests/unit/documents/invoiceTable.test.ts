import { describe, expect, it } from 'vitest';
import type { Table } from '../../../shared/documents/block.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { copyPagesOf, invoiceRowsOf, invoiceStampText } from '../../../shared/documents/invoiceRows.ts';
import { INVOICE_SHEET } from '../../../shared/documents/invoiceSheets.ts';
import { invoiceTable } from '../../../shared/documents/invoiceTable.ts';
import type { Application } from '../../../shared/entities/application.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';
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

  it('of a scan of many invoices are told by their number once they do not fit the foot of a page', () => {
    expect(invoiceStampText([1, 2, 3, 4, 5, 6, 7, 9])).toBe('投资明细表第 1、2、3、4、5、6 等 8 行');
  });
});

describe('the pages of a copy', () => {
  const file = (id: string, pages: number | null, more: Partial<Attachment> = {}) => ({
    ...attachment(id, 'invoice-copies'),
    pages,
    ...more,
  });
  const read = (id: string, invoiceId: string, file: string, pages: number[]): InvoiceReading =>
    InvoiceReading.parse({ id, attachment: file, invoice: invoiceId, pages });
  const pagesOf = (application: Application, id: string) => copyPagesOf(application).get(id);

  it('all belong to its one invoice, whatever was read on them', () => {
    const application = applicationWith({
      attachments: [file('a', 3)],
      invoices: [invoice(1), invoice(2, { copies: ['a'] })],
      readings: [read('r', 'invoice-2', 'a', [1])],
    });
    expect(pagesOf(application, 'a')).toEqual([[2], [2], [2]]);
  });

  it('belong each to the invoice that was read there, a list of goods to the invoice before it', () => {
    const application = applicationWith({
      attachments: [file('a', 5)],
      invoices: [1, 2, 3].map((number) => invoice(number, { copies: ['a'] })),
      readings: [
        read('r1', 'invoice-1', 'a', [1]),
        read('r2', 'invoice-2', 'a', [2, 3]),
        read('r3', 'invoice-3', 'a', [5]),
      ],
    });
    expect(pagesOf(application, 'a')).toEqual([[1], [2], [2], [2], [3]]);
  });

  it('that are not bound are not counted, and leave the others what they are', () => {
    const application = applicationWith({
      attachments: [file('a', 4, { omitPages: [1, 3] })],
      invoices: [1, 2].map((number) => invoice(number, { copies: ['a'] })),
      readings: [read('r1', 'invoice-1', 'a', [1, 2]), read('r2', 'invoice-2', 'a', [3, 4])],
    });
    expect(pagesOf(application, 'a')).toEqual([[1], [2]]);
    const [table] = tables(invoiceTable(call, application));
    const lines = table === undefined ? [] : tableText(table);
    expect(lines[1]).toMatch(/ \| \[attachment\.a\]$/);
    expect(lines[2]).toMatch(/ \| \[attachment\.a#2\]$/);
  });

  it('that nobody could read belong to the rows that were not read', () => {
    const application = applicationWith({
      attachments: [file('a', 3)],
      invoices: [1, 2, 3].map((number) => invoice(number, { copies: ['a'] })),
      readings: [read('r1', 'invoice-2', 'a', [2])],
    });
    expect(pagesOf(application, 'a')).toEqual([[1, 3], [2], [1, 3]]);
  });

  it('may bear any row of the file while nothing was read, and while it cannot be opened', () => {
    const application = applicationWith({
      attachments: [file('a', 2), file('b', null)],
      invoices: [1, 2].map((number) => invoice(number, { copies: ['a', 'b'] })),
      readings: [read('r', 'invoice-1', 'a', [9])],
    });
    expect(pagesOf(application, 'a')).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(pagesOf(application, 'b')).toEqual([[1, 2]]);
  });

  it('of every copy of an invoice are named in its row, an original without pages in none', () => {
    const application = applicationWith({
      attachments: [
        file('photo', 1),
        { ...attachment('xml', 'invoice-copies'), pages: 0, sniffedType: 'xml' },
        file('pdf', 2),
      ],
      invoices: [invoice(1, { copies: ['xml', 'pdf', 'photo'] })],
    });
    const [table] = tables(invoiceTable(call, application));
    expect(table === undefined ? '' : tableText(table)[1]).toMatch(
      / \| \[attachment\.pdf\]\n\[attachment\.photo\]$/,
    );
  });
});
