import { expect, test } from 'vitest';
import { attachmentGroups } from '../../../shared/documents/attachmentGroups.ts';
import { baseApplication, file } from '../../calls/golden/baseApplication.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

/** Names of the files bound under a kind, beside those of the base application. */
function boundUnder(kind: string, files: readonly ReturnType<typeof file>[]): readonly string[] {
  const attachments = [...base.attachments.filter((one) => one.kind !== kind), ...files];
  const group = attachmentGroups(call, { ...base, attachments }).find((one) => one.kind === kind);
  return group?.files.map(({ name }) => name) ?? [];
}

test('data among invoices and ledgers is no part of the volume, whether somebody could read it or not', () => {
  const told = { ...file('invoice-copies', 1), name: '票.xml', sniffedType: 'xml' as const, pages: 0 };
  const untold = { ...file('invoice-copies', 2), name: '怪.csv', sniffedType: 'text' as const, pages: null };
  expect(boundUnder('invoice-copies', [told, untold, file('invoice-copies', 3)])).toEqual([
    'invoice-copies-3.pdf',
  ]);
  const ledger = { ...file('rd-ledger', 1), name: '账.xlsx', sniffedType: 'xlsx' as const, pages: null };
  expect(boundUnder('rd-ledger', [ledger])).toEqual([]);
});

test('a spreadsheet of another kind, and a damaged copy, keep the page that says they are missing', () => {
  const sheet = { ...file('other', 1), name: '清单.xlsx', sniffedType: 'xlsx' as const, pages: null };
  expect(boundUnder('other', [sheet])).toEqual(['清单.xlsx']);
  const damaged = { ...file('invoice-copies', 1), pages: null };
  expect(boundUnder('invoice-copies', [damaged])).toEqual(['invoice-copies-1.pdf']);
});
