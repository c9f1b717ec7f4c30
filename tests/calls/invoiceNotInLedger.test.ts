import { expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { Invoice } from '../../shared/entities/invoice.ts';
import type { LedgerRow } from '../../shared/entities/ledger.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

/** The base application with these invoices and ledger rows, each like the first of its table otherwise. */
function withRows(invoices: readonly Partial<Invoice>[], rows: readonly Partial<LedgerRow>[]): Application {
  const [invoice] = base.invoices;
  const [project] = base.ledger;
  const [line] = project?.rows ?? [];
  if (invoice === undefined || project === undefined || line === undefined)
    throw new Error('the base has rows');
  return {
    ...base,
    invoices: invoices.map((facts, n) => ({ ...invoice, id: `invoice-${n + 1}`, ...facts })),
    ledger: [{ ...project, rows: rows.map((facts, n) => ({ ...line, id: `row-${n + 1}`, ...facts })) }],
  };
}

/** Keys of the invoices that are said to stand in the ledger too, with the row they are said to be. */
function doubles(application: Application): readonly string[] {
  return evaluate(call, application)
    .findings.filter(({ key, outcome }) => key.startsWith('H8/ledger') && outcome === 'unmet')
    .map(({ key, message }) => `${key.split('#')[1]} 第${/第 (\d+) 行（/.exec(message)?.[1]}行`);
}

const cost = { netFen: 5_000_000, taxFen: 650_000, totalFen: 5_650_000, claimedFen: null };
const paid = { voucherFen: 5_000_000, collectedFen: null, details: {}, voucherKind: '记' };

test('one voucher and one amount are one cost, however the voucher is spelled', () => {
  const invoices = [{ ...cost, voucher: '记字第0012号', issuedOn: null }];
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '12' }]))).toEqual(['invoice-1 第1行']);
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '13' }]))).toEqual([]);
  // Only leading noughts are spelling: 记-1002 is not 记-12.
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '1002' }]))).toEqual([]);
});

test('an invoice booked in several vouchers is sought under each of them', () => {
  const invoices = [{ ...cost, voucher: '记-8；记-12', issuedOn: null }];
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '12' }]))).toEqual(['invoice-1 第1行']);
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '812' }]))).toEqual([]);
});

test('invoices that share one of several vouchers are added up under it', () => {
  const half = { ...cost, netFen: 2_500_000, taxFen: 325_000, totalFen: 2_825_000, issuedOn: null };
  const invoices = [
    { ...half, voucher: '记-8；记-12', number: '10000001' },
    { ...half, voucher: '记-12', number: '10000002' },
  ];
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '12' }]))).toEqual([
    'invoice-1 第1行',
    'invoice-2 第1行',
  ]);
  expect(doubles(withRows(invoices, [{ ...paid, voucherNumber: '8' }]))).toEqual([]);
});

test('where both name a voucher the date does not matter; where one does not, it does', () => {
  const on = '2019-03-05';
  const named = { ...paid, voucherNumber: '12', date: on };
  const unnamed = { ...paid, voucherNumber: '', date: on };
  const other = [{ ...cost, voucher: '记-99', issuedOn: on }];
  const none = [{ ...cost, voucher: '', issuedOn: on }];
  expect(doubles(withRows(other, [named]))).toEqual([]);
  expect(doubles(withRows(other, [named, unnamed]))).toEqual(['invoice-1 第2行']);
  expect(doubles(withRows(none, [named, unnamed]))).toEqual(['invoice-1 第1行']);
  expect(doubles(withRows([{ ...cost, voucher: '', issuedOn: null }], [{ ...named, date: null }]))).toEqual(
    [],
  );
});

test.each([
  ['10000001', '购服务器，发票10000001', true],
  ['10000001', '购服务器，发票号１０００ ０００１', true],
  ['10000001', '发票 10000009 10000001', true],
  ['10000001', '发票10000009-10000001', true],
  ['24502000000012345678', '数电票24502000000012345678', true],
  ['10000001', '发票10000002', false],
  ['12345678', '数电票24502000000012345678', false],
  ['10001', '合同10001', false],
])('an invoice number %s in “%s”: %s', (number, summary, named) => {
  const rows = [{ ...paid, voucherNumber: '77', date: null, summary }];
  const invoices = [{ ...cost, number, code: '', voucher: '记-1', issuedOn: null }];
  expect(doubles(withRows(invoices, rows))).toEqual(named ? ['invoice-1 第1行'] : []);
});

test('the number alone, or the voucher alone, proves nothing without the amount', () => {
  const rows = [{ ...paid, voucherFen: 4_999_999, voucherNumber: '12', summary: '发票10000001' }];
  expect(doubles(withRows([{ ...cost, number: '10000001', voucher: '记-12' }], rows))).toEqual([]);
});

test('an invoice of which nothing is claimed can be counted twice no more', () => {
  const rows = [{ ...paid, voucherNumber: '12' }];
  const booked = { ...cost, voucher: '记-12', issuedOn: null };
  expect(doubles(withRows([booked], rows))).toEqual(['invoice-1 第1行']);
  expect(doubles(withRows([{ ...booked, claimedFen: 0 }], rows))).toEqual([]);
});

test('thousands of rows of one amount are as quick as others', () => {
  const many = Array.from({ length: 4_000 }, (_, n) => n);
  const application = withRows(
    many.map((n) => ({ ...cost, number: String(20_000_000 + n), voucher: `记-${n + 1}`, issuedOn: null })),
    many.map((n) => ({ ...paid, voucherNumber: String(n + 90_000), summary: '计提工资' })),
  );
  const started = performance.now();
  expect(doubles(application)).toEqual([]);
  // 16 million comparisons took 25 s; one look-up a row takes a tenth of a second.
  expect(performance.now() - started).toBeLessThan(5_000);
}, 60_000);

test('numbers of vouchers begin anew every month: one of another season is not the same voucher', () => {
  const rows = [{ ...paid, voucherNumber: '12', date: '2019-08-20' }];
  const issuedOn = (date: string | null) => withRows([{ ...cost, voucher: '记-12', issuedOn: date }], rows);
  expect(doubles(issuedOn('2019-03-05'))).toEqual([]);
  expect(doubles(issuedOn('2018-08-20'))).toEqual([]);
  expect(doubles(issuedOn('2019-07-28'))).toEqual(['invoice-1 第1行']);
  expect(doubles(issuedOn('2019-10-01'))).toEqual(['invoice-1 第1行']);
  expect(doubles(issuedOn(null))).toEqual(['invoice-1 第1行']);
  // The one that is near is found behind one that is not.
  const two = [{ ...paid, voucherNumber: '12', date: '2019-01-20' }, ...rows];
  expect(doubles(withRows([{ ...cost, voucher: '12', issuedOn: '2019-08-01' }], two))).toEqual([
    'invoice-1 第2行',
  ]);
});

test('invoices of one number in several months are vouchers of their own, not one sum', () => {
  const half = { netFen: 2_500_000, taxFen: null, totalFen: null, claimedFen: null, voucher: '记-1' };
  const on = (...dates: (string | null)[]) =>
    doubles(
      withRows(
        dates.map((issuedOn, n) => ({ ...half, number: String(30_000_000 + n), issuedOn })),
        [{ ...paid, voucherNumber: '1', date: '2019-08-20' }],
      ),
    );
  expect(on('2019-03-05', '2019-08-05')).toEqual([]);
  expect(on('2019-08-01', '2019-08-05')).toEqual(['invoice-1 第1行', 'invoice-2 第1行']);
  // Booked together a little later, beside one of the same number that is not of this voucher.
  expect(on('2019-02-01', '2019-07-30', '2019-08-05')).toEqual(['invoice-2 第1行', 'invoice-3 第1行']);
  expect(on(null, '2019-08-05')).toEqual(['invoice-1 第1行', 'invoice-2 第1行']);
});
