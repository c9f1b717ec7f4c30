/** Labels of encodings that Chinese programs write into an XML declaration; GB 18030 holds the older two. */
const GB = /^(gb[-_]?2312|gbk|gb[-_]?18030|cp936|x-gbk)$/i;

/**
 * The text of an XML file by its byte order mark, its declaration or, failing both, as UTF-8 and then GB 18030 (files
 * that say UTF-8 and are not exist). Null when it is no text in any of them.
 */
export function decodeXml(bytes: Uint8Array): string | null {
  const encoding = markedEncoding(bytes);
  if (encoding !== null) return decode(bytes, encoding);
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    latin1(bytes.subarray(0, 256)),
  )?.[1];
  const tries = declared !== undefined && GB.test(declared) ? ['gb18030', 'utf-8'] : ['utf-8', 'gb18030'];
  for (const each of tries) {
    const text = decode(bytes, each);
    if (text !== null) return text;
  }
  return null;
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && d !== 0) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
