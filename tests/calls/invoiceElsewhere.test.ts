import { expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { rulesOf } from '../../shared/calls/rulesOf.ts';
import type { ElsewhereInvoice } from '../../shared/entities/elsewhereInvoice.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';
import { secondCall } from './sampleApplications.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');
const other: ElsewhereInvoice = {
  identity: '5000191130/10000002',
  draftName: '智能工厂申报',
  folder: 'D:/申报/2020',
  projectName: '智能工厂',
  row: 12,
  fileGone: false,
};

const doubles = (elsewhere: readonly ElsewhereInvoice[], application = base) =>
  evaluate(call, application, { elsewhere }).findings.filter(
    ({ id, key, outcome }) => id === 'H8' && !key.startsWith('H8/') && outcome === 'unmet',
  );

test('an invoice of another draft on this workstation is an error that names draft, folder, project and row', () => {
  const [finding, ...more] = doubles([other]);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', at: 'invoices[invoice-2].number' });
  for (const word of ['第 2 行发票', '智能工厂申报', 'D:/申报/2020', '“智能工厂”', '第 12 行'])
    expect(finding?.message).toContain(word);
});

test('every other draft that holds it is named', () => {
  const [finding] = doubles([other, { ...other, draftName: '旧稿', row: 3 }]);
  expect(finding?.message).toContain('《智能工厂申报》第 12 行');
  expect(finding?.message).toContain('《旧稿》第 3 行');
});

test('a draft whose file is gone is a warning, which can be set aside with a reason', () => {
  const [finding] = doubles([{ ...other, fileGone: true }]);
  expect(finding?.severity).toBe('warning');
  expect(finding?.message).toContain('文件已移走');
  expect(doubles([{ ...other, fileGone: true }, other])[0]?.severity).toBe('error');
});

test('nothing is said of invoices this draft does not hold, or without a register', () => {
  expect(doubles([{ ...other, identity: '5000191130/99999999' }])).toEqual([]);
  expect(doubles([])).toEqual([]);
});

test('a double inside the draft names its first row and points at it', () => {
  const twice = {
    ...base,
    invoices: [...base.invoices, ...base.invoices.slice(0, 1).map((row) => ({ ...row, id: 'x' }))],
  };
  const [finding] = doubles([], twice);
  expect(finding).toMatchObject({ at: 'invoices[x].number', related: ['invoices[invoice-1]'] });
});

test('a cost that is in the ledger as well points at the voucher line', () => {
  const [first] = base.invoices;
  const [project] = base.ledger;
  const [line] = project?.rows ?? [];
  if (first === undefined || line === undefined || project === undefined)
    throw new Error('the base has rows');
  const application = {
    ...base,
    invoices: [{ ...first, totalFen: line.voucherFen, issuedOn: line.date, voucher: '' }],
    ledger: [{ ...project, rows: [{ ...line, voucherNumber: '', voucherKind: '' }] }],
  };
  const finding = evaluate(call, application).findings.find(({ key }) => key === `H8/ledger#${first.id}`);
  expect(finding).toMatchObject({
    at: `invoices[${first.id}].voucher`,
    related: [`ledger[${project.id}].rows[${line.id}]`],
  });
});

test('every call judges what files tell, by the clause of its list of invoices or of their copies', () => {
  const told = (of: typeof call) =>
    rulesOf(of)
      .filter(({ must }) => 'domain' in must && must.domain.startsWith('invoice-reading'))
      .map(({ key, clause, severity }) => [key, clause, severity]);
  expect(told(call)).toEqual([
    ['F5.2/readings', 'f.2.5', 'warning'],
    ['F5.2/seen', 'f.2.5', 'hint'],
  ]);
  expect(told(secondCall())).toEqual([
    ['G3/readings', 'papers', 'warning'],
    ['G3/seen', 'papers', 'hint'],
  ]);
});
