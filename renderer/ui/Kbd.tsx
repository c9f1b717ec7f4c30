import styles from './Kbd.module.css';

const mac = navigator.platform.startsWith('Mac');
const names: { readonly [key: string]: string } = mac
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Left: '←', Right: '→', Enter: '↩' }
  : { Mod: 'Ctrl', Left: '←', Right: '→' };

/** Words for keys as this machine's keyboard has them: `Mod+Shift+Z` is Ctrl+Shift+Z or ⇧⌘Z. */
export function keysInWords(keys: string): string {
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(mac ? '' : '+');
}

/** Keys to press. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.keys}>{keysInWords(keys)}</kbd>;
}
