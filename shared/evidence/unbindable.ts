import type { FileProblem, SniffedType } from '../entities/attachment.ts';
import { mayHoldTables } from './mayHoldTables.ts';

/**
 * Why a file of a type that has no pages cannot be bound, and what its owner can do: a spreadsheet may be told to be
 * evidence, an XML is no use on paper whatever is done to it. Null for types that have pages.
 * @param name the file's name or path, which tells a spreadsheet that a program wrote as XML
 */
export function unbindable(sniffedType: SniffedType, name: string): FileProblem | null {
  const words = wordsOf(sniffedType, name);
  return words === null ? null : { code: 'file-type-unsupported', message: words, severity: 'error' };
}

function wordsOf(sniffedType: SniffedType, name: string): string | null {
  if (mayHoldTables({ sniffedType, name }))
    return `这是${TABLES[sniffedType] ?? '表格'}；是发票清单或辅助账的，请点“核对列”指定各列；要装订它，请转换为 PDF 后添加`;
  const [ending = ''] = /(?<=[^/\\])\.[^./\\]+$/.exec(name) ?? [];
  switch (sniffedType) {
    case 'xml':
      return '这是 XML 数据，没有页面；是电子发票的，请向开票方重新索取，或手工填写这张发票';
    case 'text':
      return '这是文字，没有页面；请转换为 PDF 后添加';
    case 'docx':
      return '这是 Word 文档；请转换为 PDF 后添加';
    case 'zip':
      return '这是 ZIP 压缩包；请先解压，再添加其中的文件';
    case 'unknown':
      return `无法识别${ending === '' ? '文件的类型' : `这种文件（${ending}）`}；请转换为 PDF 后添加`;
    default:
      return null;
  }
}

const TABLES: Partial<Readonly<Record<SniffedType, string>>> = {
  xlsx: ' Excel 表格',
  xls: ' Excel 表格',
};
