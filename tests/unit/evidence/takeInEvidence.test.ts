import { describe, expect, it } from 'vitest';
import { Attachment } from '../../../shared/entities/attachment.ts';
import { FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import { takeInEvidence } from '../../../shared/evidence/takeInEvidence.ts';
import { call, draftOf, withEdits } from './draftOf.ts';
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

/** The spreadsheet after it was read. */
function readAs(reading: FileReading, file = spreadsheet): Attachment | undefined {
  const draft = draftOf([file]);
  const { edits } = takeInEvidence(call, draft, [{ attachment: file.id, reading }], () =>
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

  it('is no original when it is a picture that nobody could open', () => {
    const picture = { ...spreadsheet, sniffedType: 'jpeg' as const };
    expect(readAs(telling, picture)).toEqual(picture);
  });
});
