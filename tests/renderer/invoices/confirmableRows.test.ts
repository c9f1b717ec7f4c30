import { describe, expect, it } from 'vitest';
import { confirmableRows } from '../../../renderer/steps/invoices/review/confirmableRows.ts';
import { Application } from '../../../shared/entities/application.ts';
import type { FieldReading } from '../../../shared/entities/invoiceReading.ts';
import { reviewQueue } from '../../../shared/evidence/reviewQueue.ts';

const WHOLE = {
  number: '24502000000012345001',
  issuedOn: '2019-05-06',
  totalFen: 11_300,
  buyer: { name: '甲', taxId: '' },
  seller: { name: '乙', taxId: '' },
};

const told = (source: FieldReading['source'], totalFen = 11_300) =>
  [
    ['number', WHOLE.number],
    ['issuedOn', WHOLE.issuedOn],
    ['totalFen', totalFen],
    ['buyer.name', '甲'],
    ['seller.name', '乙'],
  ].map(([field, value]) => ({
    field,
    value,
    source,
    confidence: source === 'sheet' ? 'likely' : 'certain',
  }));

const file = (id: string, pages: number) => ({
  id,
  kind: 'invoice-copies',
  name: `${id}.pdf`,
  sha256: 'a'.repeat(64),
  bytes: 1,
  sniffedType: pages === 0 ? 'xml' : 'pdf',
  pages,
});

const draft = (row: object, fields: readonly object[], pages: number): Application =>
  Application.parse({
    call: { id: 'c', revision: 1 },
    invoices: [{ id: 'a', ...WHOLE, ...row }],
    attachments: [file('f', pages)],
    readings: [{ id: 'r', attachment: 'f', invoice: 'a', fields }],
  });

const rowsOf = (application: Application, isWrong: (row: string) => boolean = () => false) =>
  confirmableRows(application, reviewQueue(application), isWrong);

describe('what may be confirmed without a look at each', () => {
  it('is what data says without a doubt', () => {
    expect(rowsOf(draft({}, told('xml'), 1))).toEqual({ certain: ['a'], listed: [] });
  });

  it('is, apart from that, what only a list says, for there is no page to compare it with', () => {
    expect(rowsOf(draft({}, told('sheet'), 0))).toEqual({ certain: [], listed: ['a'] });
    expect(rowsOf(draft({}, told('pdf-text'), 1)).listed).toEqual([]);
  });

  it('is nothing that contradicts, lacks something, or that a check finds wrong', () => {
    const none = { certain: [], listed: [] };
    expect(rowsOf(draft({ totalFen: 11_301 }, told('xml'), 1))).toEqual(none);
    expect(
      rowsOf(draft({}, [...told('xml'), ...told('qr', 11_301)], 1)),
      'though the row says what the XML says',
    ).toEqual(none);
    expect(rowsOf(draft({}, [...told('sheet'), ...told('sheet', 11_301)], 0))).toEqual(none);
    expect(rowsOf(draft({ seller: { name: '', taxId: '' } }, told('xml'), 1))).toEqual(none);
    expect(rowsOf(draft({}, told('xml'), 1), () => true)).toEqual(none);
  });
});
