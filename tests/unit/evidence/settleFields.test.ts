import { describe, expect, it } from 'vitest';
import type { FieldReading, InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import { settleFields } from '../../../shared/evidence/settleFields.ts';
import { say } from './say.ts';

const settled = (readings: readonly FieldReading[], field: InvoiceFieldName) => {
  const one = settleFields(readings).get(field);
  if (one === undefined) throw new Error(`nothing settled for ${field}`);
  return one;
};

describe('the value of a field', () => {
  it('is that of the most trustworthy source', () => {
    const one = settled([...say('sheet', { totalFen: 200 }), ...say('xml', { totalFen: 100 })], 'totalFen');
    expect(one.value).toBe(100);
    expect(one.reading.source).toBe('xml');
  });

  it('is that of two independent sources against a single better one', () => {
    const one = settled(
      [
        ...say('pdf-metadata', { totalFen: 100 }),
        ...say('qr', { totalFen: 200 }),
        ...say('pdf-text', { totalFen: 200 }),
      ],
      'totalFen',
    );
    expect(one.value).toBe(200);
    expect(one.confidence).toBe('doubtful');
    expect(one.contradicting.map(({ value }) => value)).toEqual([100]);
  });

  it('is not that of two sources that fail together: an OFD’s tags and its words are one page', () => {
    const one = settled(
      [
        ...say('ofd-custom-data', { number: '24112000000048542163' }),
        ...say('ofd-tags', { number: '24112000000048542168' }),
        ...say('ofd-text', { number: '24112000000048542168' }),
      ],
      'number',
    );
    expect(one.value).toBe('24112000000048542163');
    expect(one.confidence).toBe('doubtful');
  });

  it('is never that of a guess while somebody does not guess', () => {
    const one = settled(
      [...say('pdf-text', { totalFen: 100 }, 'doubtful'), ...say('sheet', { totalFen: 200 })],
      'totalFen',
    );
    expect(one.value).toBe(200);
  });

  it('is kept as rows keep it: numbers half-width without spaces, names as printed', () => {
    const one = say('pdf-text', {
      checkCode: '14754 82292 98567 72523',
      number: '９９９９９９５１',
      'buyer.taxId': '91500000ma5u-xxxx 1x',
      'seller.name': ' 重庆（示例）有限公司 ',
    });
    expect(settled(one, 'checkCode').value).toBe('14754822929856772523');
    expect(settled(one, 'number').value).toBe('99999951');
    expect(settled(one, 'buyer.taxId').value).toBe('91500000MA5UXXXX1X');
    expect(settled(one, 'seller.name').value).toBe('重庆（示例）有限公司');
  });

  it('is not there when sources only say nothing', () => {
    const none = settleFields(say('pdf-text', { code: '', kind: 'unknown', 'buyer.name': ' ' }));
    expect([...none.keys()]).toEqual([]);
  });
});

describe('files that contradict each other', () => {
  const print = [
    ...say('qr', { number: '24502000000012345001', issuedOn: '2020-03-09', totalFen: 113_000 }),
    ...say('pdf-text', {
      issuedOn: '2020-03-09',
      'seller.name': '乙公司',
      'seller.taxId': '915000005555555555',
    }),
  ];
  const valuesOf = (...files: readonly (readonly FieldReading[])[]) =>
    [...settleFields(...files)].map(([field, { value }]) => [field, value]);

  it('are one of them, never a mixture: the XML, though code and words of the print agree', () => {
    const xml = say('xml', { issuedOn: '2020-03-02', 'seller.name': '甲公司' });
    expect(Object.fromEntries(valuesOf(print, xml))).toEqual({
      number: '24502000000012345001',
      totalFen: 113_000,
      issuedOn: '2020-03-02',
      'seller.name': '甲公司',
      // Told, for a person to see; no row takes it.
      'seller.taxId': '915000005555555555',
    });
    expect(settleFields(print, xml).get('seller.taxId')).toMatchObject({
      confidence: 'doubtful',
      ofAnother: true,
    });
    expect(new Set(valuesOf(xml, print).map(String))).toEqual(new Set(valuesOf(print, xml).map(String)));
  });

  it('are, of two prints, the one that others agree with', () => {
    const other = [
      ...say('qr', { issuedOn: '2020-03-05', totalFen: 113_000 }),
      ...say('pdf-text', { 'seller.name': '丙公司' }),
    ];
    const list = say('sheet', { 'seller.name': '丙公司', totalFen: 113_000 });
    expect(Object.fromEntries(valuesOf(print, other, list))).toMatchObject({
      issuedOn: '2020-03-05',
      'seller.name': '丙公司',
    });
  });

  it('are told apart by the fields they contradict each other in, not by a good source of another one', () => {
    const number = '24502000000012345001';
    const pdf = [...say('pdf-metadata', { number }), ...say('pdf-text', { totalFen: 11_800 })];
    const photo = say('qr', { number, totalFen: 11_300 });
    for (const files of [
      [pdf, photo],
      [photo, pdf],
    ])
      expect(settleFields(...files).get('totalFen')).toMatchObject({
        value: 11_300,
        confidence: 'doubtful',
        contradicting: [{ value: 11_800 }],
      });
  });

  it('are the one more of whose values cannot be misread, though words are its weakest', () => {
    const code = [...say('qr', { issuedOn: '2020-03-02' }), ...say('ofd-text', { 'seller.name': '甲' })];
    const words = say('pdf-text', { issuedOn: '2020-03-09', 'seller.name': '乙' });
    expect(Object.fromEntries(valuesOf(words, code))).toEqual({
      issuedOn: '2020-03-02',
      'seller.name': '甲',
    });
  });

  it('are put in order also when three go round in a circle', () => {
    const one = [...say('xml', { issuedOn: '2020-03-01' }), ...say('pdf-text', { totalFen: 1 })];
    const two = [...say('qr', { issuedOn: '2020-03-02' }), ...say('xml', { 'seller.name': '乙' })];
    const three = say('qr', { totalFen: 3, 'seller.name': '丙' });
    const settledOf = [...settleFields(one, two, three).values()];
    expect(settledOf.map(({ confidence }) => confidence)).toEqual(['doubtful', 'doubtful', 'doubtful']);
  });

  it('are not the better one where it only guesses', () => {
    const guess = say('xml', { totalFen: 1 }, 'doubtful');
    const settledOf = settleFields([...say('xml', { issuedOn: '2020-03-02' }), ...guess], print);
    expect(settledOf.get('totalFen')).toMatchObject({ value: 113_000, contradicting: guess });
  });
});

describe('name and tax id of a party', () => {
  const xml = say('xml', { 'seller.name': '甲公司' });
  const ofd = say('ofd-custom-data', { 'seller.name': '乙公司', 'seller.taxId': '91500000MA5U000000' });

  it('are never halves of two parties: an id beside another name is asked about, however good its source', () => {
    for (const list of [[], say('sheet', { 'seller.taxId': '91500000MA5U000000' })])
      expect(settleFields(xml, ofd, list).get('seller.taxId')).toMatchObject({
        value: '91500000MA5U000000',
        confidence: 'doubtful',
        ofAnother: true,
      });
  });

  it('go together in any order of the files, and where the id is what is contradicted', () => {
    const ids = [
      say('xml', { 'buyer.taxId': '915000005555555555' }),
      say('ofd-custom-data', { 'buyer.taxId': '91500000MA5U000000', 'buyer.name': '乙公司' }),
    ];
    for (const files of [ids, ids.toReversed()])
      expect(settleFields(...files).get('buyer.name')).toMatchObject({
        confidence: 'doubtful',
        ofAnother: true,
      });
  });

  it('are those of a file that tells both, though a better one tells the name alone', () => {
    const print = say('pdf-text', { 'seller.name': '甲公司', 'seller.taxId': '91500000MA5U000001' });
    const one = settleFields(xml, ofd, print).get('seller.taxId');
    expect(one).toMatchObject({ value: '91500000MA5U000001', confidence: 'doubtful', ofAnother: false });
    expect(one?.contradicting.map(({ value }) => value)).toEqual(['91500000MA5U000000']);
  });

  it('are not made certain by files that tell another name', () => {
    const print = say('pdf-text', { 'seller.name': '甲公司', 'seller.taxId': '91500000MA5U000000' });
    expect(settleFields(xml, ofd, print).get('seller.taxId')?.confidence).not.toBe('certain');
  });

  it('come from any file while nobody contradicts either', () => {
    const same = say('ofd-custom-data', { 'seller.name': '甲公司', 'seller.taxId': '91500000MA5U000000' });
    expect(settleFields(xml, same).get('seller.taxId')).toMatchObject({
      confidence: 'certain',
      ofAnother: false,
    });
  });
});

describe('values are compared', () => {
  it('after brackets, spaces and case are made alike', () => {
    for (const [field, one, other] of [
      ['seller.name', '重庆(示例)有限公司', '重庆（示例） 有限公司'],
      ['number', '２４１１２０００００００４８５４２１６３', '24112000000048542163'],
      ['buyer.taxId', '91500105ma5u00001x', '91500105MA5U00001X'],
    ] as const) {
      const both = settled([...say('qr', { [field]: one }), ...say('pdf-text', { [field]: other })], field);
      expect(both.contradicting).toEqual([]);
      expect(both.confidence).toBe('certain');
    }
  });

  it('to the 分 for money', () => {
    const one = settled(
      [...say('qr', { totalFen: 100_000 }), ...say('pdf-text', { totalFen: 100_001 })],
      'totalFen',
    );
    expect(one.contradicting).toHaveLength(1);
  });

  it('so that the net amount of an old QR code does not contradict the total in words', () => {
    const both = [...say('qr', { netFen: 30_000 }), ...say('pdf-text', { totalFen: 31_800 })];
    expect(settled(both, 'netFen').contradicting).toEqual([]);
    expect(settled(both, 'totalFen').contradicting).toEqual([]);
  });

  it('so that 铁路 is more exact than 普通发票 and not another kind', () => {
    const one = settled(
      [...say('xml', { kind: 'ordinary-digital' }), ...say('pdf-text', { kind: 'rail' })],
      'kind',
    );
    expect(one.value).toBe('rail');
    expect(one.contradicting).toEqual([]);
    const two = settled(
      [...say('xml', { kind: 'special-digital' }), ...say('qr', { kind: 'ordinary-digital' })],
      'kind',
    );
    expect(two.confidence).toBe('doubtful');
  });

  it('but not remarks: those of a page and of somebody’s list are two things', () => {
    const one = settled(
      [...say('xml', { note: '合同 2019-3' }), ...say('sheet', { note: '已付款' })],
      'note',
    );
    expect(one.contradicting).toEqual([]);
  });
});

describe('a value is certain', () => {
  it('when data or a QR code says it', () => {
    expect(settled(say('xml', { number: '24112000000048542163' }), 'number').confidence).toBe('certain');
    expect(settled(say('qr', { issuedOn: '2020-10-10' }), 'issuedOn').confidence).toBe('certain');
  });

  it('when words on the page and a list agree, which neither is by itself', () => {
    const text = say('pdf-text', { 'seller.name': '甲公司' });
    const list = say('sheet', { 'seller.name': '甲公司' });
    expect(settled(text, 'seller.name').confidence).toBe('likely');
    expect(settled(list, 'seller.name').confidence).toBe('likely');
    expect(settled([...text, ...list], 'seller.name').confidence).toBe('certain');
  });

  it('never for words or lists alone, whatever their reader claims', () => {
    expect(settled(say('pdf-text', { totalFen: 1 }, 'certain'), 'totalFen').confidence).toBe('likely');
    expect(settled(say('sheet', { totalFen: 1 }, 'certain'), 'totalFen').confidence).toBe('likely');
    const copies = [...say('pdf-text', { totalFen: 1 }), ...say('pdf-text', { totalFen: 1 })];
    expect(settled(copies, 'totalFen').confidence).toBe('likely');
  });

  it('never while anything but a guess contradicts it', () => {
    const list = say('sheet', { totalFen: 2 });
    expect(settled([...say('xml', { totalFen: 1 }), ...list], 'totalFen').confidence).toBe('doubtful');
    const guess = say('pdf-text', { totalFen: 2 }, 'doubtful');
    const one = settled([...say('xml', { totalFen: 1 }), ...guess], 'totalFen');
    expect(one.confidence).toBe('certain');
    expect(one.contradicting, 'but it is shown').toEqual(guess);
  });

  it('never because two guesses meet', () => {
    const guesses = [
      ...say('pdf-text', { totalFen: 1 }, 'doubtful'),
      ...say('sheet', { totalFen: 1 }, 'doubtful'),
    ];
    expect(settled(guesses, 'totalFen').confidence).toBe('likely');
  });

  it('never for a tax number that misses its check character', () => {
    expect(settled(say('pdf-text', { 'buyer.taxId': '91500105MA5U00001X' }), 'buyer.taxId').confidence).toBe(
      'doubtful',
    );
  });
});

describe('total = net + tax', () => {
  const text = (net: number, tax: number, confidence: FieldReading['confidence'] = 'likely') =>
    say('pdf-text', { netFen: net, taxFen: tax }, confidence);
  const confidences = (readings: readonly FieldReading[]) =>
    (['netFen', 'taxFen', 'totalFen'] as const).map((field) => settled(readings, field).confidence);

  it('makes words certain beside a QR code', () => {
    expect(confidences([...text(419_717, 25_183), ...say('qr', { totalFen: 444_900 })])).toEqual([
      'certain',
      'certain',
      'certain',
    ]);
  });

  it('allows a 分 of rounding, no more', () => {
    expect(confidences([...text(419_717, 25_182), ...say('qr', { totalFen: 444_900 })])[0]).toBe('certain');
    expect(confidences([...text(419_717, 25_181), ...say('qr', { totalFen: 444_900 })])[0]).toBe('doubtful');
  });

  it('leaves words alone likely: three amounts of a wrong line add up as well', () => {
    expect(confidences([...text(10_000, 1300), ...say('pdf-text', { totalFen: 11_300 })])).toEqual([
      'likely',
      'likely',
      'likely',
    ]);
  });

  it('lifts guesses no further than likely', () => {
    expect(confidences([...text(419_717, 25_183, 'doubtful'), ...say('qr', { totalFen: 444_900 })])).toEqual([
      'likely',
      'likely',
      'certain',
    ]);
  });

  it('proves nothing of the sums of a list, which add up whatever rows were summed', () => {
    const list = say('sheet', { netFen: 30_000, taxFen: 3_900, totalFen: 33_900 }, 'doubtful');
    expect(confidences(list)).toEqual(['doubtful', 'doubtful', 'doubtful']);
  });

  it('proves nothing when net and tax are taken for each other, or the total for the net amount', () => {
    expect(confidences([...text(25_183, 419_717), ...say('qr', { totalFen: 444_900 })])[0]).toBe('likely');
    expect(confidences([...text(444_900, 0), ...say('qr', { totalFen: 444_900 })])[0]).toBe('likely');
  });

  it('does not doubt an air itinerary whose total has the development fund in it', () => {
    const itinerary = (total: number) => [
      ...text(100_000, 9_000),
      ...say('pdf-text', { kind: 'air', totalFen: total }),
    ];
    expect(confidences(itinerary(114_000))).toEqual(['likely', 'likely', 'likely']);
    for (const total of [104_000, 1_090_000])
      expect(confidences(itinerary(total))).toEqual(['doubtful', 'doubtful', 'doubtful']);
  });

  it('weakens words, not data, when it does not hold', () => {
    expect(confidences([...text(400_000, 25_183), ...say('xml', { totalFen: 444_900 })])).toEqual([
      'doubtful',
      'doubtful',
      'certain',
    ]);
  });

  it('resolves no contradiction', () => {
    const readings = [
      ...text(419_717, 25_183),
      ...say('pdf-text', { totalFen: 444_900 }),
      ...say('qr', { totalFen: 999_900 }),
    ];
    expect(confidences(readings)[2]).toBe('doubtful');
    expect(settled(readings, 'totalFen').contradicting).toHaveLength(1);
  });
});

describe('every reading', () => {
  it('is either of the value chosen or shown against it, for thousands of mixes of sources', () => {
    const sources = ['xml', 'ofd-tags', 'qr', 'pdf-text', 'sheet'] as const;
    const grades = ['certain', 'likely', 'doubtful'] as const;
    for (let seed = 0; seed < 3000; seed += 1) {
      let state = seed * 2_654_435_761;
      const pick = <T>(of: readonly T[]): T => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        const one = of[state % of.length];
        if (one === undefined) throw new Error('nothing to pick');
        return one;
      };
      const readings = Array.from({ length: 1 + (seed % 5) }, () =>
        say(pick(sources), { totalFen: pick([100, 200, 300]) }, pick(grades)),
      ).flat();
      const one = settled(readings, 'totalFen');
      const against = readings.filter(({ value }) => value !== one.value);
      expect(new Set(one.contradicting)).toEqual(new Set(against));
      if (one.confidence !== 'certain') continue;
      expect(against.every(({ confidence }) => confidence === 'doubtful')).toBe(true);
      const sound = readings.filter(
        ({ value, confidence }) => value === one.value && confidence !== 'doubtful',
      );
      const data = sound.some(
        ({ source, confidence }) => confidence === 'certain' && !['pdf-text', 'sheet'].includes(source),
      );
      expect(data || new Set(sound.map(({ source }) => source)).size > 1).toBe(true);
    }
  });
});
