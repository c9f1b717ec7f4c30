import { extname } from 'node:path';
import type { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';
import { FILE_PROBLEMS } from './fileProblems.ts';

/** Endings people know, by what a file that bears them should be. Word's and Excel's old formats look alike inside. */
const ENDINGS: Readonly<Record<string, readonly SniffedType[]>> = {
  '.pdf': ['pdf'],
  '.jpg': ['jpeg'],
  '.jpeg': ['jpeg'],
  '.png': ['png'],
  '.tif': ['tiff'],
  '.tiff': ['tiff'],
  '.webp': ['webp'],
  '.ofd': ['ofd'],
  '.xml': ['xml'],
  '.xlsx': ['xlsx'],
  // Accounting programs write tables of text or HTML under this ending; spreadsheets open them without a word.
  '.xls': ['xls', 'xlsx', 'text', 'xml'],
  '.csv': ['text'],
  '.docx': ['docx'],
  '.zip': ['zip'],
};

const WORDS: Readonly<Record<SniffedType, string>> = {
  pdf: ' PDF',
  jpeg: ' JPEG 图片',
  png: ' PNG 图片',
  tiff: ' TIFF 图片',
  webp: ' WebP 图片',
  ofd: ' OFD 版式文件',
  zip: ' ZIP 压缩包',
  xlsx: ' Excel 表格',
  xls: '旧版 Office 文件',
  docx: ' Word 文档',
  xml: ' XML 或网页',
  text: '文字',
  unknown: '无法识别的数据',
};

/** A hint when the ending of a file's name says something else than its content; null when they agree. */
export function misleadingName(path: string, type: SniffedType): FileProblem | null {
  const ending = extname(path).toLowerCase();
  const expected = ENDINGS[ending];
  if (expected === undefined || expected.includes(type)) return null;
  return FILE_PROBLEMS.misnamed(ending, WORDS[type]);
}
