import { crc32 } from 'node:zlib';

const UTF8_FLAG = 0x800;
/** Info-ZIP Unicode Path: version 1, CRC-32 of the name it stands beside, the name in UTF-8. */
const UNICODE_PATH = 0x7075;
const UNICODE_PATH_HEAD = 5;

type RawEntry = {
  readonly fileNameRaw: Buffer;
  readonly generalPurposeBitFlag: number;
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
};

/**
 * The name of a ZIP entry as text. Its bytes are UTF-8 where the archive says so or where they can be nothing else
 * (macOS forgets to say so); all other archives with Chinese names were made by Windows in GB18030.
 */
export function decodeEntryName({ fileNameRaw, generalPurposeBitFlag, extraFields }: RawEntry): string {
  const told = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (
    told !== undefined &&
    told.length > UNICODE_PATH_HEAD &&
    told[0] === 1 &&
    told.readUInt32LE(1) === crc32(fileNameRaw)
  )
    return told.toString('utf8', UNICODE_PATH_HEAD);
  if ((generalPurposeBitFlag & UTF8_FLAG) !== 0) return fileNameRaw.toString('utf8');
  return strictUtf8(fileNameRaw) ?? new TextDecoder('gb18030').decode(fileNameRaw);
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
