import { describe, expect, it } from 'vitest';
import { invoiceLinks } from '../../../renderer/steps/invoices/links/invoiceLinks.ts';
import { mergeInvoices } from '../../../renderer/steps/invoices/links/mergeInvoices.ts';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import { Application } from '../../../shared/entities/application.ts';
import { Invoice } from '../../../shared/entities/invoice.ts';
import { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';

const invoice = (id: string, change: Partial<Invoice> = {}): Invoice =>
  Invoice.parse({ id, number: '24502000000012345001', ...change });

const draft = (invoices: readonly Invoice[], readings: readonly InvoiceReading[] = []): Application =>
  Application.parse({ call: { id: 'c', revision: 1 }, invoices, readings });

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
    const { invoices } = changed(application, mergeInvoices(application, 'a', 'b'));
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
    expect(changed(application, mergeInvoices(application, 'a', 'b')).readings[0]?.invoice).toBe('a');
  });

  it('add up the parts both claim, and go on claiming all of it where the kept row does', () => {
    const parts = draft([invoice('a', { claimedFen: 100 }), invoice('b', { claimedFen: 50 })]);
    expect(changed(parts, mergeInvoices(parts, 'a', 'b')).invoices[0]?.claimedFen).toBe(150);
    const whole = draft([invoice('a'), invoice('b', { claimedFen: 50 })]);
    expect(changed(whole, mergeInvoices(whole, 'a', 'b')).invoices[0]?.claimedFen).toBeNull();
  });

  it('are left alone when one of them is not there', () => {
    expect(mergeInvoices(draft([invoice('a')]), 'a', 'gone')).toEqual([]);
    expect(mergeInvoices(draft([invoice('a')]), 'a', 'a')).toEqual([]);
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
