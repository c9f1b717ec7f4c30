import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { type AttachmentReading, FileReading } from '../../../shared/entities/fileReading.ts';
import { confirmReadings } from '../../../shared/evidence/confirmReadings.ts';
import { removeInvoices } from '../../../shared/evidence/removeInvoices.ts';
import { reviewQueue } from '../../../shared/evidence/reviewQueue.ts';
import { draftOf, file, takeIn, tells, withEdits } from './draftOf.ts';
import { say } from './say.ts';

const one = { number: '24112000000048542163', totalFen: 444_900 };
const two = { number: '24112000000048542164', totalFen: 7700 };
const three = { number: '24112000000048542165', totalFen: 50 };
const list = file('list.xlsx', 'xlsx');
const both = tells('list.xlsx', say('sheet', one), say('sheet', two));
const slow = {
  code: 'process-timeout',
  message: '没能自动读出发票或辅助账：处理这个文件用时过长，已停止处理；请对照原件手工填写',
  severity: 'warning',
};

const fails = (attachment: string, problem = slow): AttachmentReading => ({
  attachment,
  reading: FileReading.parse({ problems: [problem] }),
});
const numbers = ({ invoices }: Application): readonly string[] => invoices.map(({ number }) => number);
const without = (draft: Application, gone: string): Application => ({
  ...draft,
  attachments: draft.attachments.filter(({ id }) => id !== gone),
});

describe('a file that was taken out', () => {
  it('leaves its rows in the draft whatever comes in next', () => {
    const before = takeIn(draftOf([list, file('c.pdf')]), both).draft;
    const { draft, taken } = takeIn(without(before, 'list.xlsx'), tells('c.pdf', say('qr', three)));
    expect(numbers(draft)).toEqual([one.number, two.number, three.number]);
    expect(draft.invoices[0]).toMatchObject(one);
    expect(taken.removed).toEqual([]);
  });

  it('leaves what it told to a row that another file, read anew, no longer tells of', () => {
    const scan = file('scan.pdf');
    const before = takeIn(
      draftOf([list, scan]),
      both,
      tells('scan.pdf', say('qr', one), say('qr', two)),
    ).draft;
    const { draft } = takeIn(without(before, 'list.xlsx'), tells('scan.pdf', say('qr', three)));
    expect(numbers(draft)).toEqual([one.number, two.number, three.number]);
    expect(draft.invoices[1]?.totalFen).toBe(two.totalFen);
  });
});

describe('a file that cannot be read again', () => {
  const before = takeIn(draftOf([list]), both).draft;

  it('changes nothing of what it told, and is told with the reason', () => {
    const { taken } = takeIn(before, fails('list.xlsx'));
    expect(taken.edits).toEqual([]);
    expect(taken.removed).toEqual([]);
    expect(taken.failed).toEqual([{ attachment: 'list.xlsx', why: slow.message }]);
  });

  it('or in which nothing is recognised any more', () => {
    const { taken } = takeIn(before, tells('list.xlsx'));
    expect(taken.edits).toEqual([]);
    expect(taken.failed.map(({ attachment }) => attachment)).toEqual(['list.xlsx']);
  });

  it('keeps its values in a row it shares with a file that can', () => {
    const pdf = file('a.pdf');
    const shared = takeIn(draftOf([pdf, file('b.xml', 'xml')]), tells('a.pdf', say('qr', one))).draft;
    const { draft } = takeIn(shared, fails('a.pdf'), tells('b.xml', say('xml', { ...one, use: '' })));
    expect(draft.invoices).toHaveLength(1);
    expect(draft.invoices[0]).toMatchObject(one);
    expect(draft.readings.map(({ attachment }) => attachment)).toEqual(['a.pdf', 'b.xml']);
  });

  it('keeps the rows of a sheet whose columns want to be chosen, beside a sheet that reads', () => {
    const onSheet = (sheet: string, values: typeof one) =>
      say('sheet', values).map((field, index) => ({
        ...field,
        place: { on: 'cell' as const, sheet, cell: `A${index + 2}` },
      }));
    const sheets = takeIn(
      draftOf([list]),
      tells('list.xlsx', onSheet('一月', one), onSheet('二月', two)),
    ).draft;
    const lacking = {
      sheet: '二月',
      mapping: { signature: 's', kind: 'invoice-list', headRow: 0, columns: [] },
      heads: [],
      preview: [],
      rows: 1,
      sure: false,
      missing: ['发票号码'],
    };
    const reading = FileReading.parse({
      invoices: [{ pages: [1], fields: onSheet('一月', { ...one, totalFen: 1 }) }],
      tables: [lacking],
    });
    const { draft, taken } = takeIn(sheets, { attachment: 'list.xlsx', reading });
    expect(numbers(draft)).toEqual([one.number, two.number]);
    expect(draft.invoices.map(({ totalFen }) => totalFen)).toEqual([1, two.totalFen]);
    expect(taken.failed[0]?.why).toContain('二月');
  });

  it('waits in the queue with the reason when it never told anything', () => {
    const { draft } = takeIn(draftOf([file('a.jpg', 'jpeg')]), fails('a.jpg'));
    expect(draft.readings[0]?.problems[0]?.message).toBe(slow.message);
    expect(reviewQueue(draft).map(({ state, problems }) => [state, problems.length])).toEqual([
      ['silent', 1],
    ]);
    const aside = withEdits(draft, [
      {
        kind: 'rows',
        list: 'readings',
        save: draft.readings.map((reading) => ({ ...reading, confirmed: true })),
        remove: [],
      },
    ]);
    const again = takeIn(aside, fails('a.jpg', { ...slow, message: '又没读出' })).draft;
    expect(again.readings[0], 'what a person put aside stays aside').toMatchObject({
      confirmed: true,
      problems: [{ message: '又没读出' }],
    });
  });
});

describe('rows a person took out', () => {
  const before = takeIn(draftOf([list]), both).draft;
  const [first] = before.invoices;
  if (first === undefined) throw new Error('no row');
  const edits = removeInvoices(before, [first.id]);
  const after = withEdits(before, edits);

  it('take their readings out of the queue, and bring them back when that is undone', () => {
    expect(numbers(after)).toEqual([two.number]);
    expect(reviewQueue(after).map(({ invoice }) => invoice)).toEqual([after.invoices[0]?.id]);
    let undone = after;
    const inverses = [];
    let now = before;
    for (const edit of edits) {
      const { application, inverse } = applyEdit(now, edit);
      inverses.unshift(inverse);
      now = application;
    }
    for (const inverse of inverses) undone = applyEdit(undone, inverse).application;
    expect(undone).toEqual(before);
  });

  it('are not made again when the file is read again, and it is told', () => {
    const { draft, taken } = takeIn(after, both);
    expect(numbers(draft)).toEqual([two.number]);
    expect(taken.edits).toEqual([]);
    expect(taken.aside).toHaveLength(1);
  });

  it('are made again when the file is another one, or reads differently', () => {
    const copy = { ...after, attachments: [...after.attachments, file('again.xlsx', 'xlsx')] };
    expect(numbers(takeIn(copy, { ...both, attachment: 'again.xlsx' }).draft)).toContain(one.number);
    const corrected = tells('list.xlsx', say('sheet', { ...one, totalFen: 9 }), say('sheet', two));
    expect(numbers(takeIn(after, corrected).draft)).toContain(one.number);
  });

  it('are told of by the file again when a person writes them anew', () => {
    const typed = withEdits(after, [
      { kind: 'rows', list: 'invoices', save: [{ ...first, id: 'typed' }], remove: [] },
    ]);
    const { draft } = takeIn(typed, both);
    expect(numbers(draft)).toHaveLength(2);
    expect(draft.readings.find(({ invoice }) => invoice === 'typed')?.confirmed).toBe(false);
  });

  it('leave the readings of the other invoices of one file with their rows', () => {
    const scan = takeIn(draftOf([file('all.pdf')]), tells('all.pdf', say('qr', one), say('qr', two))).draft;
    const [gone, stays] = scan.invoices;
    if (gone === undefined || stays === undefined) throw new Error('not two rows');
    const left = withEdits(scan, removeInvoices(scan, [gone.id]));
    expect(
      reviewQueue(left).map(({ invoice, state, readings }) => [invoice, state, readings.length]),
    ).toEqual([[stays.id, 'fine', 1]]);
    const looked = withEdits(left, confirmReadings(left, stays.id));
    expect(reviewQueue(looked)).toEqual([]);
  });
});
