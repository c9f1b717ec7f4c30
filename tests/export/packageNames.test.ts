import { describe, expect, it } from 'vitest';
import { packageNames } from '../../main/bundle/export/packageNames.ts';

const pdfOf = (name: string) => packageNames(name, false).pdf;

describe('names of the files of a package', () => {
  it('are made of the project’s name, and say when it is a draft', () => {
    expect(packageNames('示例 5G 车间', false)).toEqual({
      pdf: '示例 5G 车间-申报书.pdf',
      word: '示例 5G 车间-申报书.docx',
      sheet: '装订与盖章清单.pdf',
    });
    expect(packageNames('示例', true)).toEqual({
      pdf: '示例-申报书（草稿）.pdf',
      word: '示例-申报书（草稿）.docx',
      sheet: '装订与盖章清单（草稿）.pdf',
    });
  });

  it.each([
    '\\',
    '/',
    ':',
    '*',
    '?',
    '"',
    '<',
    '>',
    '|',
    '\n',
    '\t',
    '\0',
    '\u007f',
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
  ])('hold no %j, which a system refuses or hides', (character) => {
    expect(pdfOf(`甲${character}乙`)).toBe('甲 乙-申报书.pdf');
    expect(pdfOf(`${character}甲${character}`)).toBe('甲-申报书.pdf');
  });

  it('lead out of no folder', () => {
    expect(pdfOf('../../etc/passwd')).toBe('etc passwd-申报书.pdf');
    expect(pdfOf('C:\\Windows\\甲')).toBe('C Windows 甲-申报书.pdf');
    expect(pdfOf('..')).toBe('申报书.pdf');
  });

  it.each(['con', 'CON', 'aux', 'prn', 'nul', 'com1', 'LPT9', 'COM¹', 'con.5G 车间', 'AUX .甲'])(
    'are none of the devices of Windows: %s',
    (name) => {
      expect(pdfOf(name)).toBe('申报书.pdf');
    },
  );

  it.each(['console', 'com10', '某con', 'auxiliary 甲'])('may begin like one: %s', (name) => {
    expect(pdfOf(name)).toBe(`${name}-申报书.pdf`);
  });

  it.each(['', ' ', '...', '///', '\u200b'])('are given by the program where %j leaves nothing', (name) => {
    expect(pdfOf(name)).toBe('申报书.pdf');
  });

  it('are short, whole characters, and end in none a system drops', () => {
    expect(pdfOf('甲'.repeat(500))).toBe(`${'甲'.repeat(60)}-申报书.pdf`);
    expect(pdfOf(`${'甲'.repeat(59)}𠮷乙`)).toBe(`${'甲'.repeat(59)}𠮷-申报书.pdf`);
    expect(pdfOf(`${'甲'.repeat(59)}. 乙`)).toBe(`${'甲'.repeat(59)}-申报书.pdf`);
    expect(pdfOf('甲\ud800')).toBe('甲\ufffd-申报书.pdf');
  });
});
