/** Control characters, those that turn the direction of text or cannot be seen, and what Windows refuses in names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[:*?"<>|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g;
/** Windows takes these for devices, whatever ending follows. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const DRIVE = /^[A-Za-z]:/;
const LONGEST_PART = 120;
const DEEPEST = 12;
const NAMELESS = '未命名';

/**
 * The way of an archive's entry as every system may bear it, with `/` between folders: nothing leads out of the
 * archive (`..`, a root, a drive), nothing hides in a name, no name is a device. Only told to people and to the draft;
 * the bytes lie elsewhere, under names of our own.
 */
export function safeEntryPath(name: string): string {
  const parts = name
    .toWellFormed()
    .normalize('NFC')
    .replace(DRIVE, '')
    .split(/[\\/]/)
    .map(safePart)
    .filter((part) => part !== '');
  if (parts.length === 0) return NAMELESS;
  return parts.slice(-DEEPEST).join('/');
}

function safePart(part: string): string {
  const bare = part
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    // Windows drops dots and spaces at the end; `..` is gone with them.
    .replace(/^\s+|[\s.]+$/g, '');
  const named = DEVICES.test(bare) ? `_${bare}` : bare;
  return shorten(named);
}

/** Too long a name loses its middle, never its ending. */
function shorten(part: string): string {
  const letters = [...part];
  if (letters.length <= LONGEST_PART) return part;
  const dot = letters.lastIndexOf('.');
  const ending = dot > 0 && letters.length - dot <= 12 ? letters.slice(dot) : [];
  return [...letters.slice(0, LONGEST_PART - ending.length - 1), '…', ...ending].join('');
}
