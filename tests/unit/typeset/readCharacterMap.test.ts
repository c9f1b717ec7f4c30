import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetsFolder } from '../../../main/assetsFolder.ts';
import { hasGlyph, readCharacterMap } from '../../../main/bundle/typeset/fonts/readCharacterMap.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chengce-字体 '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function holds(file: string, text: string): boolean {
  const map = readCharacterMap(path.join(assetsFolder('fonts'), file));
  return [...text].every((char) => hasGlyph(map, char.codePointAt(0) ?? 0));
}

describe('the characters of a font', () => {
  it('are known for each of the bundled fonts', () => {
    expect(holds('NotoSerifSC-Regular.ttf', 'A1中国㑇䶮𬱖①㎡')).toBe(true);
    expect(holds('NotoSerifSC-Regular.ttf', '𠮷')).toBe(false);
    expect(holds('LXGWWenKai-Regular.ttf', '𠮷☒')).toBe(true);
    expect(holds('FandolFang-Regular.otf', '中国，。“”')).toBe(true);
    expect(holds('FandolFang-Regular.otf', '堃')).toBe(false);
    expect(holds('LXGWWenKai-Regular.ttf', '☑')).toBe(false);
  });

  it('are none for a file that is no font, is cut short or lies about its tables', () => {
    const cases = [
      Buffer.from('not a font'),
      Buffer.alloc(0),
      Buffer.concat([
        Buffer.from([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
        Buffer.from('cmap'),
        Buffer.from([0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 255, 255]),
      ]),
      Buffer.concat([
        Buffer.from([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
        Buffer.from('cmap'),
        Buffer.alloc(4),
        Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]),
      ]),
    ];
    for (const [index, bytes] of cases.entries()) {
      const file = path.join(folder, `${index}.ttf`);
      writeFileSync(file, bytes);
      expect(readCharacterMap(file), `case ${index}`).toEqual([]);
    }
  });
});
