export type DecodedText = {
  readonly text: string;
  /** Characters that the encoding found does not know. */
  readonly lost: boolean;
};

const REPLACEMENT = /\ufffd/g;
/** How much of the head is looked at for the noughts of UTF-16. */
const LOOKED_AT = 4096;

/**
 * Text of a file in UTF-8 (with or without its mark), UTF-16 or GB 18030. UTF-8 is strict enough that Chinese text
 * in GB 18030 is never taken for it; a file cut in the middle of a character goes by the encoding that fits better.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16Of(bytes);
  if (wide !== null) return decoded(wide, bytes);
  const utf8 = decoded('utf-8', bytes);
  if (!utf8.lost) return utf8;
  const gb = decoded('gb18030', bytes);
  return lostIn(gb.text) <= lostIn(utf8.text) ? gb : utf8;
}

function decoded(encoding: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, lost: text.includes('\ufffd') };
}

function lostIn(text: string): number {
  return text.match(REPLACEMENT)?.length ?? 0;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: figures and separators have a nought beside each of them, and no other text has any.
  const head = bytes.subarray(0, LOOKED_AT);
  const noughts = [0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) noughts[index % 2] = (noughts[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  if (odd > head.length / 20 && even === 0) return 'utf-16le';
  return even > head.length / 20 && odd === 0 ? 'utf-16be' : null;
}
