import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparableText, containsValue, haystackOf } from '../../main/bundle/proof/comparableText.ts';
import { footNumber } from '../../main/bundle/proof/footNumber.ts';
import { readPdfFonts } from '../../main/bundle/proof/objects/readPdfFonts.ts';
import { makePdf } from './proofFixture.ts';

let dir = '';
let made = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), '成册 对象-'));
  made = join(dir, '原.pdf');
  writeFileSync(made, await makePdf({}));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function qpdf(...args: string[]): string {
  const out = join(dir, `${args.join('')}.pdf`);
  execFileSync('qpdf', [...args, made, out]);
  return out;
}
const summary = (path: string) =>
  readPdfFonts(path).map(({ name, embedded, pages }) => [name.replace(/-\d+.*$/, ''), embedded, pages]);

describe('fonts read from the structure of a PDF', () => {
  const whole = [['NotoSerifSC', true, [1, 2, 3, 4, 5, 6, 7, 8]]];

  it('are found whether objects stand in the open or in object streams', () => {
    const found = summary(made).map(([name, ...rest]) => [String(name).split('-')[0], ...rest]);
    expect(found).toEqual(whole);
    for (const kind of ['generate', 'disable', 'preserve']) {
      const again = summary(qpdf(`--object-streams=${kind}`)).map(([name, ...rest]) => [
        String(name).split('-')[0],
        ...rest,
      ]);
      expect(again).toEqual(whole);
    }
  });

  it('are found in a linearised file, where the first section is not the last one', () => {
    expect(summary(qpdf('--linearize')).map(([, embedded]) => embedded)).toEqual([true]);
  });

  it('are told when the font of a viewer is meant', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    page.drawText('Hello', { font: await pdf.embedFont(StandardFonts.Helvetica) });
    const path = join(dir, '标准.pdf');
    writeFileSync(path, await pdf.save());
    expect(readPdfFonts(path)).toEqual([{ name: 'Helvetica', embedded: false, subset: false, pages: [1] }]);
  });

  it('are refused, not guessed, when the file is cut anywhere or bytes are changed', () => {
    const bytes = readFileSync(made);
    const path = join(dir, '坏.pdf');
    let refused = 0;
    for (let step = 1; step < 20; step += 1) {
      writeFileSync(path, bytes.subarray(0, Math.floor((bytes.length * step) / 20)));
      expect(() => readPdfFonts(path)).toThrow();
    }
    let seed = 3;
    for (let round = 0; round < 60; round += 1) {
      const copy = Buffer.from(bytes);
      for (let hit = 0; hit < 200; hit += 1) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        copy[seed % copy.length] = seed % 251;
      }
      writeFileSync(path, copy);
      // Either it still holds together or it throws; it never hangs.
      try {
        readPdfFonts(path);
      } catch {
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(10);
  });
});

describe('text made comparable', () => {
  it('unifies radicals, full-width forms and spaces', () => {
    expect(comparableText('⻔ ⾦（１２）\u00ad\u200b 車')).toBe('门金(12)車');
  });

  it('finds a value across pieces, and numbers only whole', () => {
    const haystack = haystackOf(['总投资', '1,2', '34.50', '万元', '15', '2.5']);
    expect(containsValue(haystack, '1,234.50')).toBe(true);
    expect(containsValue(haystack, '总 投资')).toBe(true);
    expect(containsValue(haystack, '15')).toBe(true);
    for (const phone of ['0580-2234567', '（023）63895375', 'a/b\\c', '[1]{2}^$.*+?|', '#&~@!%'])
      expect(containsValue(haystackOf([`${phone}。`]), phone), phone).toBe(true);
    expect(containsValue(haystackOf(['152']), '15')).toBe(false);
    expect(containsValue(haystackOf(['1.15']), '15')).toBe(false);
    expect(containsValue(haystackOf(['15,000']), '15')).toBe(false);
    expect(containsValue(haystackOf(['15。']), '15')).toBe(true);
    expect(containsValue(haystackOf(['a+b(c)[d]']), 'a+b(c)[d]')).toBe(true);
    expect(containsValue('', '')).toBe(true);
  });

  it('reads the lowest number in the foot of a page', () => {
    const at = (text: string, y: number, x = 100) => ({ text, x, y });
    expect(footNumber([at('— 3 —', 60), at('— 12 —', 20), at('正文 — 9 —', 400)])).toBe(12);
    expect(footNumber([at('—', 20, 100), at('12', 20, 110), at('—', 20.5, 130)])).toBe(12);
    expect(footNumber([at('— 4 —', 300), at('第 4 页', 20)])).toBeNull();
  });
});
