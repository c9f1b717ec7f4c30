import { describe, expect, it } from 'vitest';
import { FileReading } from '../../shared/entities/fileReading.ts';
import type { FieldReading } from '../../shared/entities/invoiceReading.ts';
import type { CorpusFile } from '../fixtures/evidence/corpusFile.ts';
import { recallOf, scoreReadings } from '../fixtures/evidence/scoreReadings.ts';

// The bar the readers are held to is worth as much as the score that measures it.

const number = '24502000123456789012';
const file: CorpusFile = {
  path: '发票.xml',
  format: 'xml',
  layout: 'a fixture',
  invoices: [
    {
      fields: { number, totalFen: 10_600, 'buyer.name': '示例（重庆）有限公司' },
      unjudged: ['note'],
      lines: null,
      pages: [],
    },
  ],
  ledger: [],
  summary: [],
};
const value = (field: FieldReading['field'], told: string | number): FieldReading => ({
  field,
  value: told,
  source: 'xml',
  confidence: 'certain',
  place: null,
});
const whole = [value('number', number), value('totalFen', 10_600), value('buyer.name', '示例(重庆)有限公司')];
const scoreOf = (...invoices: FieldReading[][]) =>
  scoreReadings([file], [FileReading.parse({ invoices: invoices.map((fields) => ({ fields })) })]);

describe('the score of a corpus', () => {
  it('finds nothing wrong with what was read as it is, brackets of either width and notes included', () => {
    const { misses, tallies } = scoreOf([...whole, value('note', '任意')]);
    expect(misses).toEqual([]);
    expect(recallOf(tallies.get('xml')?.get('buyer.name'))).toBe(1);
  });

  it('counts a wrong value that is called certain as the worst there is', () => {
    const { misses, tallies } = scoreOf([...whole.slice(0, 1), value('totalFen', 10_000), ...whole.slice(2)]);
    expect(misses).toMatchObject([
      { field: 'totalFen', expected: '10600', got: '10000', confidence: 'certain' },
    ]);
    expect(tallies.get('xml')?.get('totalFen')).toEqual({ right: 0, missing: 0, wrong: 1, wrongCertain: 1 });
  });

  it('counts a value that the file does not say as wrong', () => {
    expect(scoreOf([...whole, value('seller.taxId', '91500000MA04G016MB')]).misses).toMatchObject([
      { field: 'seller.taxId', got: '91500000MA04G016MB' },
    ]);
  });

  it('counts every field of an invoice that was not found as missing', () => {
    const { misses, tallies } = scoreOf();
    expect(misses.map(({ field, got }) => [field, got])).toEqual([
      ['invoice', null],
      ['number', null],
      ['totalFen', null],
      ['buyer.name', null],
    ]);
    expect(recallOf(tallies.get('xml')?.get('number'))).toBe(0);
  });

  it('counts an invoice that is not in the file, the same one twice too', () => {
    expect(scoreOf(whole, whole).misses).toMatchObject([{ field: 'invoice', got: number }]);
  });
});
