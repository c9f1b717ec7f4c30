import { describe, expect, it } from 'vitest';
import { unbindable } from '../../../shared/evidence/unbindable.ts';

describe('a file without pages', () => {
  it('that may hold a table is told how its columns are chosen, and how it could be bound', () => {
    for (const [type, name] of [
      ['xlsx', '台账.xlsx'],
      ['xls', '旧台账.xls'],
      ['text', '导出.csv'],
      ['xml', '导出.xls'],
    ] as const)
      expect(unbindable(type, name)?.message).toMatch(/请点“核对列”指定各列；要装订它，请转换为 PDF 后添加$/);
  });

  it('that is XML is not to be turned into a PDF: nobody could read it', () => {
    expect(unbindable('xml', '发票.xml')?.message).toBe(
      '这是 XML 数据，没有页面；是电子发票的，请向开票方重新索取，或手工填写这张发票',
    );
  });

  it('is named as what it is, and text that claims to be a PDF is no table', () => {
    expect(unbindable('docx', '说明.docx')?.message).toBe('这是 Word 文档；请转换为 PDF 后添加');
    expect(unbindable('text', '其实是文本.pdf')?.message).toBe('这是文字，没有页面；请转换为 PDF 后添加');
    for (const name of ['没有结尾', '.profile', '/资料.2020/没有结尾'])
      expect(unbindable('unknown', name)?.message).toBe('无法识别文件的类型；请转换为 PDF 后添加');
    expect(unbindable('unknown', '图.dwg')?.message).toBe('无法识别这种文件（.dwg）；请转换为 PDF 后添加');
  });

  it('is none when it has pages', () => {
    expect(unbindable('pdf', '票.pdf')).toBeNull();
    expect(unbindable('ofd', '票.ofd')).toBeNull();
  });
});
