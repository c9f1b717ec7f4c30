/** What of a key event decides which command it is. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const named: { readonly [name: string]: string } = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
};

/**
 * Whether a stroke is these keys (`Mod+Shift+Z`, `Alt+Left`, `F1`). Letters and digits go by their place on the
 * keyboard too, so that an input method or a Shift does not change what Ctrl+Z is.
 */
export function isStroke(keys: string, stroke: KeyStroke, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  if (wants('Mod') !== mod || other) return false;
  if (wants('Alt') !== stroke.altKey || wants('Shift') !== stroke.shiftKey) return false;
  if (/^[A-Z]$/.test(key)) return stroke.code === `Key${key}` || stroke.key.toUpperCase() === key;
  if (/^[0-9]$/.test(key)) return stroke.code === `Digit${key}`;
  return stroke.key === (named[key] ?? key);
}
