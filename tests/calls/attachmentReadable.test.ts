import { expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();

/** What is said of the first attachment when it is so. */
function saidOf(facts: Partial<Attachment>): string {
  const base = baseApplication(call, '5G+工业互联网应用');
  const attachments = base.attachments.map((file, n) => (n === 0 ? { ...file, ...facts } : file));
  return evaluate(call, { ...base, attachments })
    .findings.filter(({ key, outcome }) => /^H11(\/written)?#/.test(key) && outcome === 'unmet')
    .map(({ message }) => message)
    .join('\n');
}

test('every page blank is a file with nothing in it; one blank page is a back side', () => {
  expect(saidOf({ pages: 2, blankPages: [1, 2] })).toContain('每一页都是空白');
  expect(saidOf({ pages: 2, blankPages: [2] })).toBe('');
});

test('a file that does not open is told by what was found in it, however gravely that was put', () => {
  const problems = [
    { code: 'ofd-not-bindable', message: '这是 OFD，请转换为 PDF', severity: 'warning' as const },
  ];
  const said = saidOf({ pages: null, problems });
  expect(said).toContain('这是 OFD，请转换为 PDF');
  expect(said).not.toContain('读不出页数');
  expect(saidOf({ pages: 2, problems })).toBe('');
});

test('what was found in the file says what to do about it, and only where it does not is something added', () => {
  const found = (message: string) =>
    saidOf({ pages: null, problems: [{ code: 'x', message, severity: 'error' }] });
  expect(found('Word 文档不能装订；请转换为 PDF 后添加')).toMatch(
    /”不能装订：Word 文档不能装订；请转换为 PDF 后添加。$/,
  );
  expect(found('文件为空（0 字节）')).toMatch(/文件为空（0 字节）；请换一份能正常打开的文件。$/);
});
