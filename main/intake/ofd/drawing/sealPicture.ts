import { type BaseBlock, fromBER, IA5String, Integer, OctetString, Sequence, Utf8String } from 'asn1js';

/** A seal's picture as it lies in the signed data. */
export type SealPicture = { readonly type: 'picture' | 'ofd'; readonly bytes: Uint8Array };

const MOST_BYTES = 16 * 2 ** 20;
const MOST_NODES = 10_000;

/**
 * The picture in an electronic seal or in a value signed with one (GM/T 0031 and GB/T 38540, whose layouts differ): a
 * sequence of kind, bytes, width and height somewhere in the structure. Null when there is none. Never throws.
 */
export function sealPicture(der: Uint8Array): SealPicture | null {
  if (der.length > MOST_BYTES) return null;
  try {
    const { offset, result } = fromBER(der);
    return offset === -1 ? null : find(result);
  } catch {
    // Made to nest without end, or cut short.
    return null;
  }
}

function find(root: BaseBlock): SealPicture | null {
  const waiting: BaseBlock[] = [root];
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen += 1) {
    const block = waiting.shift();
    if (!(block instanceof Sequence)) continue;
    const { value } = block.valueBlock;
    const [kind, data, width, height] = value;
    if (
      (kind instanceof IA5String || kind instanceof Utf8String) &&
      data instanceof OctetString &&
      width instanceof Integer &&
      height instanceof Integer
    )
      return pictureOf(new Uint8Array(data.getValue()));
    waiting.push(...value);
  }
  return null;
}

/** By its first bytes: the kind beside it says `png` for pictures that are none. */
function pictureOf(bytes: Uint8Array): SealPicture | null {
  if (bytes.length === 0) return null;
  return { type: bytes[0] === 0x50 && bytes[1] === 0x4b ? 'ofd' : 'picture', bytes };
}
