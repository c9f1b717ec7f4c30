/**
 * Puts text on the clipboard without the permission the window denies: by a selection, as Ctrl+C would. Only
 * straight from a click or a key. Returns whether it worked.
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'heard';
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
