import { describe, expect, it } from 'vitest';
import { invoiceLinks } from '../../../renderer/steps/invoices/links/invoiceLinks.ts';
import { mergeInvoices } from '../../../renderer/steps/invoices/links/mergeInvoices.ts';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import { Application } from '../../../shared/entities/application.ts';
import { Invoice } from '../../../shared/entities/invoice.ts';
import { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';

const call = firstCall();

const invoice = (id: string, change: Partial<Invoice> = {}): Invoice =>
  Invoice.parse({ id, number: '24502000000012345001', ...change });

const draft = (invoices: readonly Invoice[], readings: readonly InvoiceReading[] = []): Application =>
  Application.parse({ call: { id: 'c', revision: 1 }, invoices, readings });

/** The draft after row `b` was merged into row `a`. */
const mergedOf = (application: Application): Application => {
  const merge = mergeInvoices(application, 'a', 'b', call);
  if (!merge.ok) throw new Error(merge.why);
  return changed(application, merge.edits);
};

const changed = (application: Application, edits: readonly Edit[]): Application =>
  edits.reduce((now, edit) => applyEdit(now, edit).application, application);

describe('two rows of one invoice', () => {
  it('become one that keeps what stands in it and takes what it lacks', () => {
    const application = draft([
      invoice('a', { totalFen: 11_300, use: '改造', copies: ['x'] }),
      invoice('b', {
        totalFen: 99,
        issuedOn: '2019-05-06',
        seller: { name: '甲', taxId: '' },
        copies: ['x', 'y'],
      }),
      invoice('c', { number: '24502000000012345002' }),
    ]);
    const { invoices } = mergedOf(application);
    expect(invoices.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(invoices[0]).toMatchObject({
      totalFen: 11_300,
      use: '改造',
      issuedOn: '2019-05-06',
      seller: { name: '甲' },
      copies: ['x', 'y'],
    });
  });

  it('take the readings of both along', () => {
    const reading = InvoiceReading.parse({ id: 'r', attachment: 'y', invoice: 'b' });
    const application = draft([invoice('a'), invoice('b')], [reading]);
    expect(mergedOf(application).readings[0]?.invoice).toBe('a');
  });

  it('add up the parts both claim, and go on claiming all of it where the kept row does', () => {
    const parts = draft([invoice('a', { claimedFen: 100 }), invoice('b', { claimedFen: 50 })]);
    expect(mergedOf(parts).invoices[0]?.claimedFen).toBe(150);
    const whole = draft([invoice('a'), invoice('b', { claimedFen: 50 })]);
    expect(mergedOf(whole).invoices[0]?.claimedFen).toBeNull();
  });

  it('keep the words of both: use, voucher and note', () => {
    const words = draft([
      invoice('a', { use: '服务器', voucher: '记-1', note: '首付' }),
      invoice('b', { use: '交换机', voucher: '记-8', note: '首付' }),
    ]);
    expect(mergedOf(words).invoices[0]).toMatchObject({
      use: '服务器；交换机',
      voucher: '记-1；记-8',
      note: '首付',
    });
    const spelt = draft([invoice('a', { voucher: '记-0012' }), invoice('b', { voucher: '记字12号' })]);
    expect(mergedOf(spelt).invoices[0]?.voucher, 'one voucher in two spellings is one').toBe('记-0012');
  });

  it('are not merged when each claims a part of another category, and it says so', () => {
    const [one, other] = call.investment.categories;
    const apart = draft([
      invoice('a', { category: one?.id ?? '', claimedFen: 100 }),
      invoice('b', { category: other?.id ?? '' }),
    ]);
    const merge = mergeInvoices(apart, 'a', 'b', call);
    expect(merge).toMatchObject({ ok: false });
    if (merge.ok) return;
    expect(merge.why).toContain(one?.label);
    expect(merge.why).toContain(other?.label);
    const nothingClaimed = draft([
      invoice('a', { category: one?.id ?? '' }),
      invoice('b', { category: other?.id ?? '', claimedFen: 0 }),
    ]);
    expect(mergedOf(nothingClaimed).invoices[0]?.category).toBe(one?.id);
    const blank = draft([invoice('a'), invoice('b', { category: other?.id ?? '' })]);
    expect(mergedOf(blank).invoices[0]?.category).toBe(other?.id);
  });

  it('take the blue invoice whole, never the code of one beside the number of the other', () => {
    const red = draft([
      invoice('a', { redLetterOf: { code: '', number: '11111111' } }),
      invoice('b', { redLetterOf: { code: '050001700111', number: '22222222' } }),
    ]);
    expect(mergedOf(red).invoices[0]?.redLetterOf).toEqual({ code: '', number: '11111111' });
    const same = draft([
      invoice('a', { redLetterOf: { code: '', number: '22222222' } }),
      invoice('b', { redLetterOf: { code: '050001700111', number: '22222222' } }),
    ]);
    expect(mergedOf(same).invoices[0]?.redLetterOf?.code).toBe('050001700111');
    const none = draft([
      invoice('a'),
      invoice('b', { redLetterOf: { code: '050001700111', number: '22222222' } }),
    ]);
    expect(mergedOf(none).invoices[0]?.redLetterOf?.number).toBe('22222222');
  });

  it('are left alone when one of them is not there', () => {
    for (const gone of ['gone', 'a'])
      expect(mergeInvoices(draft([invoice('a')]), 'a', gone, call)).toEqual({ ok: true, edits: [] });
  });
});

describe('rows that have to do with each other', () => {
  const blue = invoice('blue', { number: '24502000000012345009' });
  const red = invoice('red', {
    number: '24502000000012345010',
    redLetterOf: { code: '', number: '24502000000012345009' },
  });
  const twin = invoice('twin', { number: '24502000000012345009' });

  it('are the blue one of a red-letter invoice, and the red one of a blue', () => {
    const rows = [blue, invoice('other'), red];
    expect(invoiceLinks(rows, red).blue).toEqual({ invoice: blue, number: 1 });
    expect(invoiceLinks(rows, blue).red).toEqual([{ invoice: red, number: 3 }]);
    expect(invoiceLinks([red], red).blue).toBe('missing');
  });

  it('are other rows of the very same invoice', () => {
    expect(invoiceLinks([blue, twin, red], blue).twins).toEqual([{ invoice: twin, number: 2 }]);
    expect(invoiceLinks([blue, red], invoice('empty', { number: '' })).twins).toEqual([]);
  });
});
