import { describe, expect, it } from 'vitest';
import type { Application } from '../../../shared/entities/application.ts';
import { confirmReadings, putReadingAside } from '../../../shared/evidence/confirmReadings.ts';
import { copiesWithoutRow, rowsWithoutCopy } from '../../../shared/evidence/missingCopies.ts';
import { reviewQueue } from '../../../shared/evidence/reviewQueue.ts';
import { call, draftOf, file, takeIn, tells, withEdits } from './draftOf.ts';
import { growth } from './growth.ts';
import { say } from './say.ts';

const number = (end: number): string => `2411200000000000000${end}`;

/** Rows: 1 read fine, 2 its copy told nothing, 3 guessed, 4 contradicts itself; and a picture of nothing. */
const mixed = (): Application =>
  takeIn(
    draftOf(
      [file('1.pdf'), file('2.jpg', 'jpeg'), file('3.pdf'), file('4.pdf'), file('0.jpg', 'jpeg')],
      [{ number: number(1) }, { number: number(2), copies: ['2.jpg'] }],
    ),
    tells('1.pdf', say('qr', { number: number(1), totalFen: 100 })),
    tells('2.jpg'),
    tells('3.pdf', [
      ...say('qr', { number: number(3) }),
      ...say('pdf-text', { 'seller.name': '?' }, 'doubtful'),
    ]),
    tells('4.pdf', [
      ...say('qr', { number: number(4), totalFen: 100 }),
      ...say('pdf-text', { totalFen: 200 }),
    ]),
    tells('0.jpg'),
  ).draft;

const states = (draft: Application) =>
  reviewQueue(draft).map(({ invoice, state, attachments }) => [
    draft.invoices.find(({ id }) => id === invoice)?.number.slice(-1) ?? null,
    state,
    ...attachments,
  ]);

describe('the queue', () => {
  it('has contradictions and guesses first, then copies that told nothing, then what was read fine', () => {
    expect(states(mixed())).toEqual([
      ['4', 'contradiction', '4.pdf'],
      ['3', 'doubtful', '3.pdf'],
      ['2', 'silent', '2.jpg'],
      [null, 'silent', '0.jpg'],
      ['1', 'fine', '1.pdf'],
    ]);
  });

  it('shows beside each value what the row says, what else was read, and where', () => {
    const [item] = reviewQueue(mixed());
    expect(item?.fields.find(({ field }) => field === 'totalFen')).toMatchObject({
      inRow: 100,
      value: 100,
      confidence: 'doubtful',
      differs: false,
      reading: { source: 'qr', attachment: '4.pdf' },
      contradicting: [{ value: 200, source: 'pdf-text', attachment: '4.pdf' }],
    });
  });

  it('calls it a contradiction when the row a person typed says something else', () => {
    const { draft } = takeIn(
      draftOf([file('1.pdf')], [{ number: number(1), totalFen: 999 }]),
      tells('1.pdf', say('qr', { number: number(1), totalFen: 100 })),
    );
    const [item] = reviewQueue(draft);
    expect(item?.state).toBe('contradiction');
    expect(item?.fields.find(({ differs }) => differs)?.field).toBe('totalFen');
  });

  it('does not quarrel over what the draft itself decides', () => {
    const { draft } = takeIn(
      draftOf(
        [file('l.xlsx', 'xlsx')],
        [{ number: number(1), use: '网关', category: 'platform-hw', claimedFen: 5 }],
      ),
      tells(
        'l.xlsx',
        say('sheet', { number: number(1), use: '其他', category: '网络软硬件', claimedFen: 7 }),
      ),
    );
    expect(reviewQueue(draft)[0]?.state).toBe('fine');
  });

  it('shows the place of a value when the best source of it has none', () => {
    const place = { on: 'page', page: 1, left: 0.1, top: 0.1, width: 0.2, height: 0.1 } as const;
    const { draft } = takeIn(
      draftOf([file('1.pdf')]),
      tells('1.pdf', [
        ...say('pdf-metadata', { number: number(1) }),
        ...say('pdf-text', { number: number(1) }).map((one) => ({ ...one, place })),
      ]),
    );
    expect(reviewQueue(draft)[0]?.fields[0]?.reading.place).toEqual(place);
  });

  it('ends for a row that is confirmed and for a file that is put aside', () => {
    let draft = mixed();
    for (const { invoice, readings } of reviewQueue(draft)) {
      const edits =
        invoice === null
          ? readings.flatMap((id) => putReadingAside(draft, id))
          : confirmReadings(draft, invoice);
      draft = withEdits(draft, edits);
    }
    expect(reviewQueue(draft)).toEqual([]);
    expect(draft.invoices.flatMap(({ id }) => confirmReadings(draft, id))).toEqual([]);
  });

  it('leaves a file that was taken out', () => {
    const draft = mixed();
    const without = { ...draft, attachments: draft.attachments.filter(({ id }) => id !== '4.pdf') };
    expect(states(without).map(([row]) => row)).toEqual(['3', '2', null, '1']);
  });

  it('counts a file to the row a person made it a copy of', () => {
    const draft = mixed();
    const [row] = draft.invoices;
    if (row === undefined) throw new Error('no row');
    const given = withEdits(draft, [
      { kind: 'rows', list: 'invoices', save: [{ ...row, copies: [...row.copies, '0.jpg'] }], remove: [] },
    ]);
    expect(states(given)).toContainEqual(['1', 'silent', '0.jpg', '1.pdf']);
    const done = withEdits(given, confirmReadings(given, row.id));
    expect(done.readings.find(({ attachment }) => attachment === '0.jpg')).toMatchObject({
      confirmed: true,
      invoice: row.id,
    });
  });

  it('is there in a time that grows with the rows, not their square', () => {
    const queued = (count: number): void => {
      const files = Array.from({ length: count }, (_, index) => file(`${index}.pdf`));
      const { draft } = takeIn(
        draftOf(files),
        ...files.map(({ id }, index) => tells(id, say('qr', { number: String(10_000_000 + index) }))),
      );
      expect(reviewQueue(draft)).toHaveLength(count);
    };
    expect(growth(queued)).toBeLessThan(32);
  }, 60_000);
});

describe('rows and copies', () => {
  it('that lack each other are told', () => {
    const draft = draftOf(
      [file('1.pdf'), file('2.pdf'), file('a.xml', 'xml'), { ...file('c.pdf'), kind: 'other' }],
      [{ copies: ['1.pdf'] }, { copies: ['gone.pdf'] }, {}],
    );
    expect(rowsWithoutCopy(draft).map(({ id }) => id)).toEqual(['row-2', 'row-3']);
    expect(copiesWithoutRow(call, draft).map(({ id }) => id)).toEqual(['2.pdf']);
  });
});
