import { describe, expect, it } from 'vitest';
import {
  answerTo,
  doubtfulFields,
  openQuestions,
  questionsInWords,
  undecidedFields,
  wayOnInWords,
} from '../../../renderer/steps/invoices/review/openQuestions.ts';
import { sceneOf } from '../../../renderer/steps/invoices/review/reviewSteps.ts';
import type { Application } from '../../../shared/entities/application.ts';
import type { AmountBasis } from '../../../shared/entities/invoice.ts';
import { confirmReadings } from '../../../shared/evidence/confirmReadings.ts';
import { contradictionsOf } from '../../../shared/evidence/contradictionsOf.ts';
import { withField } from '../../../shared/evidence/invoiceField.ts';
import { rowEvidence } from '../../../shared/evidence/rowEvidence.ts';
import { call, draftOf, file, takeIn, tells, withEdits } from '../../unit/evidence/draftOf.ts';
import { say } from '../../unit/evidence/say.ts';

const number = '24502000000012345001';

/** An XML, and a print of it that differs in day, seller and tax id. */
const contradicted = (): Application =>
  takeIn(
    draftOf([file('a.xml', 'xml'), file('a.pdf')]),
    tells('a.xml', say('xml', { number, issuedOn: '2020-03-02', totalFen: 100, 'seller.name': '甲' })),
    tells('a.pdf', [
      ...say('qr', { number, issuedOn: '2020-03-09', totalFen: 100 }),
      ...say('pdf-text', { 'seller.name': '乙' }),
    ]),
  ).draft;

const asked = (draft: Application, answers: readonly string[] = [], basis: AmountBasis = 'gross') => {
  const row = draft.invoices[0];
  const scene = row === undefined ? null : sceneOf(draft, { key: '', of: 'row', id: row.id });
  if (scene === null) throw new Error('no row');
  return openQuestions(scene, rowEvidence(scene.invoice, scene.readings), basis, new Set(answers));
};
const fields = (...given: Parameters<typeof asked>) => asked(...given).map(({ field, why }) => [field, why]);
const idOf = (draft: Application): string => draft.invoices[0]?.id ?? '';

describe('what is open', () => {
  it('is every fact that sources tell differently, in the order of the form', () => {
    expect(fields(contradicted())).toEqual([
      ['issuedOn', 'contradicted'],
      ['seller.name', 'contradicted'],
    ]);
  });

  it('is a tax id that only a file with another name tells: no row takes it, and it is asked about', () => {
    const { draft } = takeIn(
      draftOf([file('a.xml', 'xml'), file('a.ofd', 'ofd')]),
      tells('a.xml', say('xml', { number, totalFen: 100, 'seller.name': '甲' })),
      tells(
        'a.ofd',
        say('ofd-custom-data', { number, 'seller.name': '乙', 'seller.taxId': '91500000MA5U000000' }),
      ),
    );
    expect(draft.invoices[0]?.seller).toEqual({ name: '甲', taxId: '' });
    expect(fields(draft)).toEqual([
      ['seller.name', 'contradicted'],
      ['seller.taxId', 'contradicted'],
    ]);
    expect(asked(withEdits(draft, confirmReadings(draft, idOf(draft))))).toEqual([]);
  });

  it('is the tax id in the row as well, once another name is taken than the one it stands beside', () => {
    const { draft } = takeIn(
      draftOf([file('a.xml', 'xml'), file('a.pdf')]),
      tells(
        'a.xml',
        say('xml', { number, totalFen: 1, 'seller.name': '甲', 'seller.taxId': '91500000MA5U000000' }),
      ),
      tells('a.pdf', [...say('qr', { number, totalFen: 1 }), ...say('pdf-text', { 'seller.name': '乙' })]),
    );
    expect(fields(draft)).toEqual([['seller.name', 'contradicted']]);
    const [row] = draft.invoices;
    if (row === undefined) throw new Error('no row');
    const other = { ...draft, invoices: [withField(row, 'seller.name', '乙')] };
    expect(fields(other, [answerTo(row.id, 'seller.name', '乙')])).toEqual([
      ['seller.taxId', 'contradicted'],
    ]);
  });

  it('is what two lists count of an invoice, and as what, but not what the draft says otherwise than a list', () => {
    const lists = [file('a.xlsx', 'xlsx'), file('b.xlsx', 'xlsx')];
    const list = (name: string, claimedFen: number, category: string) =>
      tells(name, say('sheet', { number, totalFen: 11_300, claimedFen, category, use: name }));
    const [one, two] = call.investment.categories;
    const { draft } = takeIn(
      draftOf(lists),
      list('a.xlsx', 6_000, one?.label ?? ''),
      list('b.xlsx', 11_300, two?.label ?? ''),
    );
    expect(fields(draft)).toEqual([
      ['claimedFen', 'contradicted'],
      ['category', 'contradicted'],
    ]);
    const [row] = draft.invoices;
    if (row === undefined) throw new Error('no row');
    expect(contradictionsOf(row, draft.readings).map(({ field }) => field)).toEqual([
      'claimedFen',
      'category',
    ]);
    expect(asked(withEdits(draft, confirmReadings(draft, row.id)))).toEqual([]);
    const single = takeIn(draftOf(lists), list('a.xlsx', 6_000, one?.label ?? '')).draft;
    const [same] = single.invoices;
    if (same === undefined) throw new Error('no row');
    expect(asked({ ...single, invoices: [withField(same, 'claimedFen', 1)] })).toEqual([]);
  });

  it('is answered for the value the answer was given to, and asked again for another', () => {
    const draft = contradicted();
    const answer = answerTo(idOf(draft), 'issuedOn', '2020-03-02');
    expect(fields(draft, [answer])).toEqual([['seller.name', 'contradicted']]);
    const [row] = draft.invoices;
    if (row === undefined) throw new Error('no row');
    const other = { ...draft, invoices: [withField(row, 'issuedOn', '2020-03-09')] };
    expect(fields(other, [answer])).toHaveLength(2);
    expect(fields(other, [answerTo(row.id, 'issuedOn', '2020-03-09')])).toHaveLength(1);
  });

  it('is nothing that was decided before the row was confirmed', () => {
    const draft = contradicted();
    expect(asked(withEdits(draft, confirmReadings(draft, idOf(draft))))).toEqual([]);
  });

  it('is a number and an amount that are not there, until somebody goes past them', () => {
    const told = tells('1.pdf', say('qr', { issuedOn: '2020-03-02', netFen: 90, number: '12345678' }));
    const { draft } = takeIn(draftOf([file('1.pdf')]), told);
    expect(fields(draft)).toEqual([['totalFen', 'missing']]);
    expect(asked(draft, [answerTo(idOf(draft), 'totalFen', null)])).toEqual([]);
    const bare = takeIn(draftOf([file('1.pdf')], [{ copies: ['1.pdf'] }]), tells('1.pdf')).draft;
    expect(fields(bare, [], 'net').map(([field]) => field)).toEqual(['number', 'netFen', 'totalFen']);
  });

  it('is nothing of an invoice that was read well: one Enter finds it right', () => {
    const told = tells('1.pdf', say('qr', { number, totalFen: 100 }));
    expect(asked(takeIn(draftOf([file('1.pdf')]), told).draft)).toEqual([]);
  });
});

describe('a file without a row', () => {
  it('asks nothing, but nothing that it says twice is decided', () => {
    const { draft } = takeIn(
      draftOf([file('p.pdf')]),
      tells('p.pdf', [...say('qr', { totalFen: 100 }), ...say('pdf-text', { totalFen: 200 })]),
    );
    const [reading] = draft.readings;
    const scene = sceneOf(draft, { key: '', of: 'reading', id: reading?.id ?? '' });
    if (scene === null) throw new Error('no scene');
    const evidence = rowEvidence(null, scene.readings);
    const questions = openQuestions(scene, evidence, 'gross', new Set());
    expect(questions).toEqual([]);
    expect([...undecidedFields(scene, evidence, questions)]).toEqual(['totalFen']);
  });
});

describe('the value in the row', () => {
  it('is shown as that of the source that tells it, once it is another than the best one’s', () => {
    const draft = contradicted();
    const [row] = draft.invoices;
    const readings = draft.readings;
    if (row === undefined) throw new Error('no row');
    const of = (name: string) =>
      rowEvidence(withField(row, 'seller.name', name), readings).find(({ field }) => field === 'seller.name');
    expect(of('甲')).toMatchObject({ value: '甲', reading: { source: 'xml' }, differs: false });
    expect(of('乙')).toMatchObject({
      value: '乙',
      reading: { source: 'pdf-text', attachment: 'a.pdf' },
      contradicting: [{ value: '甲', source: 'xml', attachment: 'a.xml' }],
      differs: false,
    });
    expect(of('丙')).toMatchObject({ value: '甲', differs: true });
  });
});

describe('beside the ways on', () => {
  it('stands how many are open and what Enter does', () => {
    const questions = asked(contradicted());
    expect(questionsInWords(questions, undefined, false, [])).toBe('还有 2 处矛盾要您选定，按回车去看。');
    expect(wayOnInWords(questions, undefined, false, [])).toBe('去看有矛盾的');
    expect(wayOnInWords(questions, questions[0], false, [])).toBe('就用表里的');
    expect(wayOnInWords([], undefined, false, [])).toBe('没有问题，下一张');
    expect(questionsInWords([], undefined, false, [])).toBe('');
  });

  it('stands that an amount is missing, after Enter stopped at it', () => {
    const missing = { field: 'totalFen', why: 'missing', inRow: null } as const;
    expect(questionsInWords([missing], missing, true, [])).toBe(
      '价税合计没有读出：请对照票面填写，或再按一次回车，不填就算核对过。',
    );
    expect(wayOnInWords([missing], missing, true, [])).toBe('不填，就这样');
    expect(wayOnInWords([missing], missing, false, [])).toBe('没有问题，下一张');
  });

  it('stands what is only guessed, and is never called without a problem', () => {
    const { draft } = takeIn(
      draftOf([file('a.pdf')]),
      tells('a.pdf', [
        ...say('pdf-text', { number: '10000001', netFen: 10_000 }, 'doubtful'),
        ...say('pdf-text', { 'seller.name': '甲' }),
      ]),
    );
    const doubtful = doubtfulFields(rowEvidence(draft.invoices[0] ?? null, draft.readings));
    expect(doubtful).toEqual(['number', 'netFen']);
    expect(questionsInWords([], undefined, false, doubtful)).toMatch(
      /^发票号码、.*读得不确定，请对照票面看清楚。$/,
    );
    expect(wayOnInWords([], undefined, false, doubtful)).toBe('存疑的看过了，下一张');
  });
});
