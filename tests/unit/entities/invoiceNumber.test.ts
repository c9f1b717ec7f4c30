import { expect, test } from 'vitest';
import type { InvoiceKind } from '../../../shared/entities/invoice.ts';
import {
  invoiceIdentity,
  invoiceNumberForm,
  normaliseInvoiceNumber,
} from '../../../shared/entities/invoiceNumber.ts';

test.each([
  ['special-paper', '5000191130', '12345678'],
  ['special-paper', '5000191150', '12345678'],
  ['ordinary-paper', '5000191320', '12345678'],
  ['ordinary-paper', '050001900104', '12345678'],
  ['special-electronic', '050001900113', '12345678'],
  ['ordinary-electronic', '050001700111', '99999951'],
  ['toll', '050001900112', '12345678'],
  ['toll', '', '24505000790000000001'],
  ['roll', '050001900107', '12345678'],
  ['special-digital', '', '24112000000048542163'],
  ['ordinary-digital', ' ', '2411 2000 0000 4854 2163'],
  ['rail', '', 'Z123A012345'],
  ['air', '', '784-1234567890'],
  ['fiscal', '50010119', '0012345678'],
  ['vehicle', '150001922660', '01234567'],
  ['unknown', '5000191130', '１２３４５６７８'],
  ['unknown', '', '24112000000048542163'],
] satisfies [InvoiceKind, string, string][])('%s %s %s has the digits of its kind', (kind, code, number) => {
  expect(invoiceNumberForm({ kind, code, number })).toEqual({ ok: true });
});

test.each([
  ['special-paper', '5000191330', '12345678', 'code', /第 8 位是 3，不是专用发票/],
  ['special-paper', '050001900113', '12345678', 'code', /应为 10 位数字，现在是 12 位/],
  ['special-paper', '5000191130', '1234567', 'number', /应为 8 位数字，现在是 7 位/],
  ['ordinary-paper', '050001900111', '12345678', 'code', /末两位是 11，不是普通发票/],
  ['ordinary-electronic', '', '12345678', 'code', /现在是空的/],
  ['special-digital', '', '2411200000004854216', 'number', /应为 20 位数字，现在是 19 位/],
  ['special-digital', '5000191130', '24112000000048542163', 'code', /没有发票代码/],
  ['special-digital', '', '2.45E+19', 'number', /科学计数法/],
  ['unknown', '', '2.4112000000048543e19', 'number', /科学计数法/],
  ['unknown', '', '12345678', 'code', /还需要 10 位或 12 位的发票代码/],
  ['unknown', '123', '12345678', 'code', /现在是 3 位/],
  ['unknown', '5000191130', 'N0123456', 'number', /不是数字的字符/],
] satisfies [InvoiceKind, string, string, string, RegExp][])(
  '%s %s %s is refused in words',
  (kind, code, number, at, message) => {
    const form = invoiceNumberForm({ kind, code, number });
    expect(form).toMatchObject({ ok: false, at });
    expect(form !== null && !form.ok ? form.message : '').toMatch(message);
  },
);

test('without a number there is nothing to judge yet', () => {
  expect(invoiceNumberForm({ kind: 'special-paper', code: '5000191130', number: '  ' })).toBeNull();
});

test('two spellings of a number are the same invoice, another code makes another one', () => {
  expect(normaliseInvoiceNumber(' １２３４ 5678')).toBe('12345678');
  const identity = invoiceIdentity({ code: '5000191130', number: '12345678' });
  expect(invoiceIdentity({ code: '５０００１９１１３０', number: '1234 5678' })).toBe(identity);
  expect(invoiceIdentity({ code: '5000191131', number: '12345678' })).not.toBe(identity);
  expect(invoiceIdentity({ code: '', number: '' })).toBeNull();
  expect(invoiceIdentity({ code: 'x', number: '24112000000048542163' })).toBe(
    invoiceIdentity({ code: '', number: '24112000000048542163' }),
  );
});

test('a number whose last digits are gone is not the same invoice as another that begins like it', () => {
  expect(invoiceIdentity({ code: '', number: '2.4112E+19' })).toBeNull();
  expect(invoiceIdentity({ code: '', number: '２.４５e+19' })).toBeNull();
});
