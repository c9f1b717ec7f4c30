import { describe, expect, it } from 'vitest';
import { uprightTurn } from '../../../renderer/evidence/uprightTurn.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';
import { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';

const file = (code: string | null, change: object = {}) =>
  Attachment.parse({
    id: 'f',
    kind: 'invoice-copies',
    name: 'f.jpg',
    sha256: 'a'.repeat(64),
    bytes: 1,
    sniffedType: 'jpeg',
    pages: 1,
    problems: code === null ? [] : [{ code, message: '…', severity: 'warning' }],
    ...change,
  });
const told = (...spots: readonly (readonly [field: string, source: string, left: number, top: number])[]) => [
  InvoiceReading.parse({
    id: 'r',
    attachment: 'f',
    invoice: 'a',
    pages: [1],
    fields: spots.map(([field, source, left, top]) => ({
      field,
      value: field.endsWith('Fen') ? 1 : '1',
      source,
      confidence: 'likely',
      place: { on: 'page', page: 1, left, top, width: 0.1, height: 0.1 },
    })),
  }),
];

describe('a page that lies or stands on its head', () => {
  it('is shown upright: its number above its amounts', () => {
    const at = (number: readonly [number, number], total: readonly [number, number]) =>
      told(['number', 'pdf-text', ...number], ['totalFen', 'pdf-text', ...total]);
    expect(uprightTurn(file('page-upside-down'), 1, at([0.1, 0.8], [0.2, 0.3]))).toBe(180);
    expect(uprightTurn(file('page-sideways'), 1, at([0.8, 0.8], [0.3, 0.7]))).toBe(270);
    expect(uprightTurn(file('page-sideways'), 1, at([0.1, 0.1], [0.6, 0.2]))).toBe(90);
  });

  it('is, where only a code was read, shown with the code in the upper left corner', () => {
    const code = (left: number, top: number) =>
      told(['number', 'qr', left, top], ['totalFen', 'qr', left, top]);
    expect(uprightTurn(file('page-upside-down'), 1, code(0.8, 0.8))).toBe(180);
    expect(uprightTurn(file('page-sideways'), 1, code(0.8, 0.05))).toBe(270);
    expect(uprightTurn(file('page-sideways'), 1, code(0.05, 0.8))).toBe(90);
  });

  it('stays as the user turned it, and as it is where nothing was found wrong or another page is meant', () => {
    const upset = told(['number', 'qr', 0.8, 0.8]);
    expect(uprightTurn(file('page-upside-down', { rotate: 90 }), 1, upset)).toBe(90);
    expect(uprightTurn(file(null), 1, upset)).toBe(0);
    const upright = told(['number', 'qr', 0.05, 0.05]);
    expect(uprightTurn(file('page-upside-down', { pages: 3 }), 1, upright)).toBe(0);
    expect(uprightTurn(file('page-upside-down'), 1, [])).toBe(180);
    expect(uprightTurn(file('page-sideways'), 1, [])).toBe(0);
  });
});
