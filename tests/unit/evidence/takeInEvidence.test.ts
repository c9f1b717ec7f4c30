import { describe, expect, it } from 'vitest';
import { Attachment } from '../../../shared/entities/attachment.ts';
import { FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import { takeInEvidence } from '../../../shared/evidence/takeInEvidence.ts';
import { unbindable } from '../../../shared/evidence/unbindable.ts';
import { call, draftOf, file, withEdits } from './draftOf.ts';
import { say } from './say.ts';

const spreadsheet = Attachment.parse({
  id: 'list',
  kind: 'other',
  name: '付款台账.xlsx',
  sha256: '0'.repeat(64),
  bytes: 1,
  sniffedType: 'xlsx',
  pages: null,
  problems: [
    { code: 'file-type-unsupported', message: 'Excel 表格不能装订；请转换为 PDF 后添加', severity: 'error' },
    { code: 'name-misleads', message: '按内容处理', severity: 'hint' },
  ],
});
const telling = FileReading.parse({
  invoices: [
    { pages: [], fields: say('sheet', { number: '00012345', totalFen: 100 }), lines: [], problems: [] },
  ],
});

/** What is read of it once its only sheet was left out. */
const leftOut = FileReading.parse({
  tables: [
    {
      sheet: '付款',
      mapping: { signature: '单号|实付', kind: 'invoice-list', headRow: 0, columns: [], without: ['付款'] },
      heads: [],
      preview: [],
      rows: 0,
      sure: true,
    },
  ],
});

/** The spreadsheet after it was read. */
function readAs(reading: FileReading, read = spreadsheet): Attachment | undefined {
  const draft = draftOf([read]);
  const { edits } = takeInEvidence(call, draft, [{ attachment: read.id, reading }], () =>
    crypto.randomUUID(),
  );
  return withEdits(draft, edits).attachments[0];
}

describe('a spreadsheet that could not be bound', () => {
  it('is an original among the invoice copies once a person said what it holds', () => {
    expect(readAs(telling)).toMatchObject({ kind: 'invoice-copies', pages: 0 });
    expect(readAs(telling)?.problems.map(({ code }) => code)).toEqual(['name-misleads', 'kept-beside']);
  });

  it('stays what it is as long as it tells nothing', () => {
    expect(readAs(NOTHING_READ)).toEqual(spreadsheet);
  });

  it('cannot be bound again once all its sheets are left out, and says so as it did when it came', () => {
    const original = readAs(telling);
    if (original === undefined) throw new Error('the file is gone');
    const again = readAs(leftOut, original);
    expect(again).toMatchObject({ pages: null, kind: 'invoice-copies' });
    expect(again?.problems.map(({ code }) => code)).toEqual(['file-type-unsupported', 'name-misleads']);
    expect(again?.problems[0]).toEqual(unbindable('xlsx', spreadsheet.name));
    expect(readAs(telling, again)).toMatchObject({ pages: 0 });
    expect(readAs(leftOut), 'nor is it an original to begin with').toEqual(spreadsheet);
  });

  it('stays an original while another of its sheets is used, or while it could not be read', () => {
    const original = readAs(telling);
    expect(readAs({ ...leftOut, invoices: telling.invoices }, original)).toEqual(original);
    expect(readAs(NOTHING_READ, original)).toEqual(original);
  });

  it('comes behind all files of its new kind, each of several at a place of its own', () => {
    const [first, second] = [spreadsheet, { ...spreadsheet, id: 'list-2' }];
    const copy = { ...file('a.pdf'), order: 7 };
    const draft = draftOf([copy, first, second]);
    const readings = [first, second].map(({ id }) => ({ attachment: id, reading: telling }));
    const { edits } = takeInEvidence(call, draft, readings, () => crypto.randomUUID());
    expect(withEdits(draft, edits).attachments.map(({ order }) => order)).toEqual([7, 8, 9]);
  });

  it('is no original when it is a picture that nobody could open', () => {
    const picture = { ...spreadsheet, sniffedType: 'jpeg' as const };
    expect(readAs(telling, picture)).toEqual(picture);
  });
});
