import { expect, test } from 'vitest';
import { ledgerSources } from '../../../renderer/steps/ledger/ledgerSources.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';

const call = firstCall();

function file(name: string, kind: string, facts: Partial<Attachment>): Attachment {
  return Attachment.parse({
    id: name,
    kind,
    name,
    sha256: '0'.repeat(64),
    bytes: 1,
    sniffedType: 'xlsx',
    pages: null,
    ...facts,
  });
}

test('only what told a ledger, or was put among the ledgers, is an original of the ledgers', () => {
  const files = [
    file('辅助账.xlsx', 'rd-ledger', { pages: 0 }),
    file('没有认出的账.csv', 'rd-ledger', { sniffedType: 'text' }),
    file('别处的账.xls', 'other', { pages: 0, sniffedType: 'xls' }),
    file('发票清单.xlsx', 'invoice-copies', { pages: 0 }),
    file('其实是文本.pdf', 'other', { sniffedType: 'text' }),
    file('通讯录.xlsx', 'other', {}),
    file('辅助账.pdf', 'rd-ledger', { pages: 2, sniffedType: 'pdf' }),
  ];
  expect(ledgerSources(call, files).map(({ name }) => name)).toEqual([
    '辅助账.xlsx',
    '没有认出的账.csv',
    '别处的账.xls',
  ]);
});
