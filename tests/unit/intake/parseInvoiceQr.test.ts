import { expect, test } from 'vitest';
import { parseInvoiceQr } from '../../../main/intake/invoice/parseInvoiceQr.ts';

function told(text: string): Record<string, string | number> | null {
  const fields = parseInvoiceQr(text);
  return fields && Object.fromEntries(fields.map(({ field, value }) => [field, value]));
}

function confidenceOf(text: string, field: string): string | undefined {
  return parseInvoiceQr(text)?.find((one) => one.field === field)?.confidence;
}

test('an electronic invoice of 2020 tells its net amount', () => {
  expect(told('01,10,050001700111,99999951,300.00,20201010,14754822929856772523,E400,')).toEqual({
    kind: 'ordinary-electronic',
    code: '050001700111',
    number: '99999951',
    netFen: 30000,
    issuedOn: '2020-10-10',
    checkCode: '14754822929856772523',
  });
});

test('a fully digital invoice tells its total', () => {
  expect(told('01,31,,24112000000048542163,4449.00,20240528,,B2B6')).toEqual({
    kind: 'special-digital',
    number: '24112000000048542163',
    totalFen: 444900,
    issuedOn: '2024-05-28',
  });
});

test('a red-letter invoice keeps its sign', () => {
  expect(told('01,32,,24502000000048542163,-106.00,20240528,,B2B6')?.totalFen).toBe(-10600);
});

test('a special invoice has no check code and its amount is net', () => {
  const fields = told('01,01,5000191130,12345678,1000.5,20200101,,ABCD,');
  expect(fields).toMatchObject({ kind: 'special-paper', netFen: 100050 });
  expect(fields).not.toHaveProperty('checkCode');
});

test('what is only said of a kind is not certain', () => {
  const rail = '01,51,,25509111111111111111,263.50,20250102,,AAAA';
  expect(told(rail)).toMatchObject({ kind: 'rail', totalFen: 26350 });
  expect(confidenceOf(rail, 'totalFen')).toBe('likely');
  expect(confidenceOf(rail, 'number')).toBe('certain');
});

test('an unknown kind keeps its numbers but no amount, since nothing says whether tax is in it', () => {
  const fields = told('01,77,,24112000000048542163,4449.00,20240528,,B2B6');
  expect(fields).toEqual({ number: '24112000000048542163', issuedOn: '2024-05-28' });
});

test('a kind that the code speaks against is doubtful', () => {
  expect(confidenceOf('01,01,050001700111,99999951,300.00,20201010,,E400,', 'kind')).toBe('doubtful');
});

test.each([
  'https://example.com/invoice?number=1',
  'http://bcfp.shenzhen.example/?hash=01,10,1',
  'CZ-EI,1,50010119,0012345678,123456,20200101,100.00',
  '01,10,050001700111,99999951',
  '01,10,050001700111,9999995,300.00,20201010,14754822929856772523,E400,',
  '01,10,,99999951,300.00,20201010,14754822929856772523,E400,',
  '01,10,050001700111,99999951,300.00,20201310,14754822929856772523,E400,',
  '02,10,050001700111,99999951,300.00,20201010,14754822929856772523,E400,',
  `01,10,050001700111,99999951,300.00,20201010,${'1'.repeat(5000)},E400,`,
  '',
  '01,10,050001700111,99999951,300.00,20201010,1,E400,,,,,',
])('%.60s is no invoice', (text) => {
  expect(parseInvoiceQr(text)).toBeNull();
});

test.each(['1e5', '1,000.00', '300.005', '', 'NaN', '99999999999999999999.00'])(
  'an amount written as %s is left out',
  (amount) => {
    const fields = told(`01,32,,24502000000048542163,${amount},20240528,,B2B6`);
    expect(fields === null || !('totalFen' in fields)).toBe(true);
  },
);
