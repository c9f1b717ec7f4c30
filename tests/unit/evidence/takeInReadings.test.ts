import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../../shared/edits/editsBetween.ts';
import type { Application } from '../../../shared/entities/application.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';
import { confirmReadings } from '../../../shared/evidence/confirmReadings.ts';
import { draftOf, file, takeIn, tells, withEdits } from './draftOf.ts';
import { growth } from './growth.ts';
import { say } from './say.ts';

const NUMBER = '24112000000048542163';
const facts = { number: NUMBER, issuedOn: '2024-05-28', totalFen: 444_900 };
const old = { code: '050001700111', number: '99999951', issuedOn: '2020-10-10', netFen: 30_000 };

const only = ({ invoices }: Application): Invoice => {
  const [row, ...more] = invoices;
  if (row === undefined || more.length > 0) throw new Error(`${invoices.length} rows instead of one`);
  return row;
};

describe('files become rows', () => {
  it('one row an invoice: XML, OFD, PDF and photo of one invoice are one row with its copies', () => {
    const files = [file('a.xml', 'xml'), file('b.ofd', 'ofd'), file('c.pdf'), file('d.jpg', 'jpeg')];
    const { draft, taken } = takeIn(
      draftOf(files),
      tells('a.xml', say('xml', { ...facts, 'buyer.name': '甲公司', kind: 'special-digital' })),
      tells('b.ofd', say('ofd-custom-data', { number: NUMBER })),
      tells('c.pdf', say('pdf-text', { number: NUMBER, 'seller.name': '乙公司' })),
      tells('d.jpg', say('qr', facts)),
    );
    const row = only(draft);
    expect(row).toMatchObject({
      kind: 'special-digital',
      number: NUMBER,
      issuedOn: '2024-05-28',
      totalFen: 444_900,
      buyer: { name: '甲公司' },
      seller: { name: '乙公司' },
    });
    expect(row.copies, 'an XML has no page to show').toEqual(['b.ofd', 'c.pdf', 'd.jpg']);
    expect(taken.added).toEqual([row.id]);
    expect(draft.readings.map(({ invoice }) => invoice)).toEqual([row.id, row.id, row.id, row.id]);
  });

  it('in the order of the list, else of the file names, numbers counted as numbers', () => {
    const files = [file('10.pdf'), file('2.pdf'), file('list.xlsx', 'xlsx')];
    const number = (end: number): string => `2411200000000000000${end}`;
    const { draft } = takeIn(
      draftOf(files),
      tells('10.pdf', say('qr', { number: number(1) })),
      tells('2.pdf', say('qr', { number: number(2) })),
      tells('list.xlsx', say('sheet', { number: number(4) }), say('sheet', { number: number(1) })),
    );
    expect(draft.invoices.map((row) => row.number.slice(-1))).toEqual(['4', '1', '2']);
  });

  it('several of one file are several rows with the same copy', () => {
    const { draft } = takeIn(
      draftOf([file('all.pdf')]),
      tells('all.pdf', say('qr', { ...facts }), say('qr', { ...old })),
    );
    expect(draft.invoices.map(({ number, copies }) => [number, copies])).toEqual([
      [NUMBER, ['all.pdf']],
      ['99999951', ['all.pdf']],
    ]);
  });

  it('a row of a list that leaves out the code is the invoice of its number', () => {
    const files = [file('list.xlsx', 'xlsx'), file('a.pdf')];
    for (const order of [0, 1]) {
      const given = [
        tells('list.xlsx', say('sheet', { number: old.number, netFen: 30_000, use: '传感器' })),
        tells('a.pdf', say('qr', old)),
      ];
      const { draft } = takeIn(draftOf(files), ...(order === 0 ? given : given.toReversed()));
      expect(only(draft)).toMatchObject({ code: old.code, use: '传感器', copies: ['a.pdf'] });
    }
  });

  it('but not when the same number with two codes could be meant', () => {
    const { draft } = takeIn(
      draftOf([file('list.csv', 'text'), file('a.pdf'), file('b.pdf')]),
      tells('a.pdf', say('qr', { ...old })),
      tells('b.pdf', say('qr', { ...old, code: '050001800111', netFen: 70_000, issuedOn: '2019-01-02' })),
      tells('list.csv', say('sheet', { number: old.number, netFen: 70_000 })),
    );
    expect(draft.invoices.map(({ code, netFen }) => [code, netFen])).toEqual([
      ['050001800111', 70_000],
      ['050001700111', 30_000],
    ]);
  });

  it('no row is made of an invoice without a number, and its file is told', () => {
    const { draft, taken } = takeIn(
      draftOf([file('a.jpg', 'jpeg'), file('b.jpg', 'jpeg'), file('c.xlsx', 'xlsx')]),
      tells('a.jpg', say('pdf-text', { totalFen: 100 }, 'doubtful')),
      tells('b.jpg'),
      tells('c.xlsx', say('sheet', { totalFen: 100 })),
    );
    expect(draft.invoices).toEqual([]);
    expect([...taken.unread].sort()).toEqual(['a.jpg', 'b.jpg', 'c.xlsx']);
    expect(draft.readings.map(({ attachment, invoice }) => [attachment, invoice])).toContainEqual([
      'b.jpg',
      null,
    ]);
  });

  it('a file that tells nothing is still the copy its name tells', () => {
    const { draft, taken } = takeIn(
      draftOf([file('扫描 99999951.jpg', 'jpeg')], [old]),
      tells('扫描 99999951.jpg'),
    );
    expect(only(draft).copies).toEqual(['扫描 99999951.jpg']);
    expect(taken.unread).toEqual(['扫描 99999951.jpg']);
  });

  it('files of another kind are evidence and no copies', () => {
    const contract = { ...file('contract.pdf'), kind: 'other' };
    const { draft, taken } = takeIn(draftOf([contract]), tells('contract.pdf', say('qr', facts)));
    expect(only(draft).copies).toEqual([]);
    expect(taken.unread).toEqual([]);
  });

  it('a list’s words for a category become the call’s, others stay in the reading', () => {
    const { draft } = takeIn(
      draftOf([file('list.xlsx', 'xlsx')]),
      tells(
        'list.xlsx',
        say('sheet', { number: '11111111', category: '（一）网络 软硬件' }),
        say('sheet', { number: '22222222', category: '办公用品' }),
      ),
    );
    expect(draft.invoices.map(({ category }) => category)).toEqual(['network-hw', '']);
    expect(draft.readings[1]?.fields.map(({ value }) => value)).toContain('办公用品');
  });

  it('a red-letter invoice knows its blue one, with the code of the row that has the number', () => {
    const { draft } = takeIn(
      draftOf([file('a.pdf'), file('b.pdf')]),
      tells(
        'a.pdf',
        say('pdf-text', { number: '88888888', code: old.code, 'redLetterOf.number': old.number }),
      ),
      tells('b.pdf', say('qr', old)),
    );
    expect(draft.invoices[0]?.redLetterOf).toEqual({ code: old.code, number: old.number });
  });

  it('a code beside a number of 20 digits is none', () => {
    const { draft } = takeIn(
      draftOf([file('a.pdf')]),
      tells('a.pdf', say('pdf-text', { ...facts, code: '050001700111' })),
    );
    expect(only(draft).code).toBe('');
  });

  it('a value that is none of its field’s is not taken', () => {
    const { draft } = takeIn(
      draftOf([file('a.pdf')]),
      tells('a.pdf', say('pdf-text', { ...facts, issuedOn: '2024-13-01', totalFen: '壹佰元', kind: '发票' })),
    );
    expect(only(draft)).toMatchObject({ issuedOn: null, totalFen: null, kind: 'unknown' });
  });
});

describe('rows that are there', () => {
  it('get what they lack and keep what they have', () => {
    const { draft, taken } = takeIn(
      draftOf([file('a.pdf')], [{ number: NUMBER, totalFen: 999, seller: { name: '手填公司', taxId: '' } }]),
      tells('a.pdf', say('qr', facts)),
    );
    expect(only(draft)).toMatchObject({
      totalFen: 999,
      issuedOn: '2024-05-28',
      seller: { name: '手填公司' },
    });
    expect(taken.merged).toEqual(['row-1']);
    expect(taken.added).toEqual([]);
    expect(draft.readings[0]?.fields.find(({ field }) => field === 'totalFen')?.value).toBe(444_900);
  });

  it('keep the copy a person gave them, though another number stands on it', () => {
    const { draft } = takeIn(
      draftOf([file('a.pdf')], [{ number: '24112000000048542168', copies: ['a.pdf'] }]),
      tells('a.pdf', say('qr', facts)),
    );
    expect(only(draft).number).toBe('24112000000048542168');
    expect(draft.readings[0]?.invoice).toBe('row-1');
  });

  it('whose copy shows another number are told of by every file of that number', () => {
    const wrong = [{ number: '24112000000048542168', copies: ['a.pdf'] }];
    const first = takeIn(
      draftOf([file('a.pdf'), file('b.xml', 'xml')], wrong),
      tells('a.pdf', say('qr', facts)),
    );
    const { draft } = takeIn(first.draft, tells('b.xml', say('xml', facts)));
    expect(draft.readings.map(({ invoice }) => invoice)).toEqual(['row-1', 'row-1']);
    expect(only(draft).number).toBe('24112000000048542168');
  });

  it('are undone in one step', () => {
    const before = draftOf([file('a.pdf')], [{ number: NUMBER }]);
    const { draft } = takeIn(before, tells('a.pdf', say('qr', facts), say('qr', old)));
    expect(withEdits(draft, editsBetween(draft, before))).toEqual(before);
  });
});

describe('reading a file again', () => {
  const first = takeIn(draftOf([file('a.pdf')]), tells('a.pdf', say('qr', facts))).draft;

  it('changes nothing when it tells the same', () => {
    const { taken } = takeIn(first, tells('a.pdf', say('qr', facts)));
    expect(taken.edits).toEqual([]);
    const silent = takeIn(draftOf([file('b.jpg', 'jpeg')]), tells('b.jpg')).draft;
    expect(takeIn(silent, tells('b.jpg')).taken.edits).toEqual([]);
  });

  it('keeps what a person confirmed, unless it tells something else now', () => {
    const confirmed = withEdits(first, confirmReadings(first, only(first).id));
    expect(takeIn(confirmed, tells('a.pdf', say('qr', facts))).draft.readings[0]?.confirmed).toBe(true);
    const other = takeIn(confirmed, tells('a.pdf', say('qr', { ...facts, totalFen: 1 }))).draft;
    expect(other.readings.map(({ confirmed: is }) => is)).toEqual([false]);
    expect(only(other).totalFen).toBe(444_900);
  });

  it('replaces what it told before, and the values that were its own', () => {
    const { draft } = takeIn(first, tells('a.pdf', say('qr', { ...facts, totalFen: 1 })));
    expect(draft.readings).toHaveLength(1);
    expect(only(draft).totalFen).toBe(1);
  });

  it('of a list whose columns were corrected takes out the rows that were only its own', () => {
    const list = file('list.xlsx', 'xlsx');
    const wrong = takeIn(
      draftOf([list]),
      tells('list.xlsx', say('sheet', { number: '001' }), say('sheet', { number: '002' })),
    ).draft;
    const used = withEdits(wrong, [
      {
        kind: 'rows',
        list: 'invoices',
        save: wrong.invoices.slice(1).map((row) => ({ ...row, use: '服务器' })),
        remove: [],
      },
    ]);
    const { draft, taken } = takeIn(used, tells('list.xlsx', say('sheet', { number: NUMBER })));
    expect(taken.removed).toHaveLength(1);
    expect(
      draft.invoices.map(({ number, use }) => [number, use]),
      'what a person wrote stays',
    ).toEqual([
      ['002', '服务器'],
      [NUMBER, ''],
    ]);
  });

  it('leaves readings of other files, and forgets those of files that are gone', () => {
    const two = takeIn(
      { ...first, attachments: [...first.attachments, file('b.pdf')] },
      tells('b.pdf', say('qr', old)),
    );
    expect(two.draft.readings.map(({ attachment }) => attachment)).toEqual(['a.pdf', 'b.pdf']);
    const without = { ...two.draft, attachments: [file('b.pdf')] };
    const again = takeIn(without, tells('b.pdf', say('qr', old)));
    expect(again.draft.readings.map(({ attachment }) => attachment)).toEqual(['b.pdf']);
  });
});

it('rows and files are taken in in a time that grows with their number, not its square', () => {
  const taken = (count: number): void => {
    const files = Array.from({ length: count }, (_, index) => file(`${index}.pdf`));
    const values = (index: number) => ({ code: old.code, number: String(10_000_000 + index), netFen: index });
    const { draft } = takeIn(
      draftOf([...files, file('list.xlsx', 'xlsx')]),
      ...files.map(({ id }, index) => tells(id, say('qr', values(index)))),
      tells('list.xlsx', ...files.map((_, index) => say('sheet', values(index)))),
    );
    expect(draft.invoices).toHaveLength(count);
    expect(draft.readings).toHaveLength(2 * count);
  };
  expect(growth(taken)).toBeLessThan(32);
}, 60_000);

it('separated text read before its sheet lost its name keeps what was looked at and taken out', () => {
  const list = (sheet: string) => {
    const row = (number: string) =>
      say('sheet', { number, totalFen: 100 }).map((one) => ({
        ...one,
        place: { on: 'cell' as const, sheet, cell: 'A2' },
      }));
    return tells('list.csv', row('00000001'), row('00000002'));
  };
  const { draft } = takeIn(draftOf([file('list.csv', 'text')]), list('文本'));
  const [kept] = draft.invoices;
  if (kept === undefined) throw new Error('the list made no rows');
  const confirmed = {
    ...draft,
    invoices: [kept],
    readings: draft.readings.map((one) => ({ ...one, confirmed: true })),
  };
  const again = takeIn(confirmed, list(''));
  expect(again.draft.invoices).toEqual([kept]);
  expect(again.taken.added).toEqual([]);
  expect(again.draft.readings.map(({ confirmed }) => confirmed)).toEqual([true, true]);
  expect(again.draft.readings.map(({ id }) => id)).toEqual(draft.readings.map(({ id }) => id));
});
