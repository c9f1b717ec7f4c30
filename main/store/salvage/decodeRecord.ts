/** A value of a record as it lies in the file. */
export type RawValue = null | number | bigint | string | Buffer;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads SQLite's variable-length integer; `next` is the offset behind it. Throws RangeError at the end. */
export function readVarint(bytes: Buffer, offset: number): { readonly value: number; readonly next: number } {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(offset + index);
    if (index === 8) {
      const whole = BigInt.asIntN(64, (value << 8n) | BigInt(byte));
      return { value: Number(whole), next: offset + 9 };
    }
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), next: offset + index + 1 };
  }
  throw new RangeError('varint without an end');
}

function integer(bytes: Buffer, offset: number, width: number): number | bigint {
  if (width <= 6) return bytes.readIntBE(offset, width);
  const value = bytes.readBigInt64BE(offset);
  const narrow = Number(value);
  return Number.isSafeInteger(narrow) ? narrow : value;
}

const INTEGER_WIDTHS = [0, 1, 2, 3, 4, 6, 8] as const;

function slice(bytes: Buffer, offset: number, width: number): Buffer {
  if (offset + width > bytes.length) throw new RangeError('value beyond the record');
  return bytes.subarray(offset, offset + width);
}

function valueAt(
  bytes: Buffer,
  offset: number,
  type: number,
): { readonly value: RawValue; readonly width: number } {
  if (type === 0) return { value: null, width: 0 };
  if (type === 8 || type === 9) return { value: type - 8, width: 0 };
  if (type === 7) return { value: bytes.readDoubleBE(offset), width: 8 };
  const width = INTEGER_WIDTHS[type];
  if (width !== undefined) return { value: integer(bytes, offset, width), width };
  if (type < 12) throw new RangeError(`no such serial type: ${type}`);
  const length = Math.floor((type - 12) / 2);
  const raw = slice(bytes, offset, length);
  return { value: type % 2 === 0 ? raw : utf8.decode(raw), width: length };
}

/**
 * Decodes one record (file format, "Record Format"). Throws RangeError or TypeError when the bytes are
 * no record or hold text that is no UTF-8.
 */
export function decodeRecord(payload: Buffer): readonly RawValue[] {
  const head = readVarint(payload, 0);
  const values: RawValue[] = [];
  let offset = head.value;
  let next = head.next;
  while (next < head.value) {
    const type = readVarint(payload, next);
    next = type.next;
    const { value, width } = valueAt(payload, offset, type.value);
    values.push(value);
    offset += width;
  }
  if (next !== head.value || offset !== payload.length) throw new RangeError('record of another length');
  return values;
}
