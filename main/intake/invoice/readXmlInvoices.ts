import { readFile } from 'node:fs/promises';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import { decodeXml } from '../xml/decodeXml.ts';
import { parseXmlText } from '../xml/parseXml.ts';
import { readXmlInvoice } from './readXmlInvoice.ts';

/** An invoice has a few kilobytes; this many are no invoice's. */
const MOST_BYTES = 32 * 2 ** 20;
/** An element that only invoices have: a file without one is let alone, be it well-formed or not. */
const INVOICE = /<(?:[\w.-]+:)?(EInvoice|eInvoice|xbrl)[\s/>]/;

const WORDS = {
  damaged: 'XML 发票文件不完整或格式有错，没能读出内容；请向开票方重新索取，或对照 PDF 手工填写',
  forbidden: 'XML 文件里带有发票不会有的声明（DTD 或自定义实体），出于安全没有读取；请向开票方重新索取',
  'too-large': 'XML 文件过大或嵌套过深，不像是发票，没有读取；请对照 PDF 手工填写',
} as const;

/**
 * The invoices of an XML file: 数电票, XBRL, the style of 2020. An XML file that is no invoice gives an empty reading
 * without a problem.
 * @throws errors of the file system
 */
export async function readXmlInvoices(path: string): Promise<FileReading> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) return refuse('too-large');
  const text = decodeXml(bytes);
  if (text === null || !INVOICE.test(text)) return NOTHING_READ;
  const parsed = parseXmlText(text);
  if (!parsed.ok) return refuse(parsed.why);
  return { ...NOTHING_READ, invoices: [...readXmlInvoice(parsed.root)] };
}

function refuse(why: keyof typeof WORDS): FileReading {
  const problem: FileProblem = { code: `invoice-xml-${why}`, message: WORDS[why], severity: 'warning' };
  return { ...NOTHING_READ, problems: [problem] };
}
