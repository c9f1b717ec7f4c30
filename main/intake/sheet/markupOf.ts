import { open } from 'node:fs/promises';

/** Tables that accounting programs and tax platforms write as text under the name .xls. */
export type MarkupType = 'xml-spreadsheet' | 'html';

/** Comments and styles may stand in front of the first element. */
const LOOKED_AT = 64 * 2 ** 10;
const IN_FRONT = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*\[[^\]]*\]\s*>|<![^>]*>)/;
const SPREADSHEET = /urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/;
const HTML =
  /^<(?:html|head|body|meta|title|style|script|link|table|thead|tbody|tr|td|th|div|span|center|form|p|font|h[1-6])[\s/>]/i;

/**
 * Says which table an XML-like file may hold, by its first element: an XML spreadsheet of 2003 or a page of HTML.
 * Null for any other XML, an invoice for one.
 * @throws errors of the file system
 */
export async function markupOf(path: string): Promise<MarkupType | null> {
  // Only ASCII matters here; UTF-16 puts a nought beside each letter, and a mark may stand in front.
  const head = (await firstBytes(path))
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^[\x80-\xff]+/, '');
  let rest = head;
  for (let found = IN_FRONT.exec(rest); found !== null; found = IN_FRONT.exec(rest))
    rest = rest.slice(found[0].length);
  if (/^<(?:[\w.-]+:)?Workbook[\s>]/.test(rest)) return SPREADSHEET.test(head) ? 'xml-spreadsheet' : null;
  return HTML.test(rest) ? 'html' : null;
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
