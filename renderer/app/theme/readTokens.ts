/** The values of ui/tokens.css that antd is told; it reckons shades of them, so it needs colours, not variables. */
export type Tokens = {
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly paper: string;
  readonly sheet: string;
  readonly tray: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly done: string;
  readonly warning: string;
  readonly error: string;
  readonly veil: string;
  readonly uiFont: string;
};

/** Reads the tokens of a theme out of the style sheet, so that it stays the only place that holds them. */
export function readTokens(theme: 'light' | 'dark'): Tokens {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => pick(style.getPropertyValue(name), theme);
  return {
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    inkFaint: read('--ink-faint'),
    paper: read('--paper'),
    sheet: read('--sheet'),
    tray: read('--tray'),
    line: read('--line'),
    lineStrong: read('--line-strong'),
    accent: read('--accent'),
    accentSoft: read('--accent-soft'),
    onAccent: read('--on-accent'),
    done: read('--done'),
    warning: read('--warning'),
    error: read('--error'),
    veil: read('--veil'),
    uiFont: read('--ui-font'),
  };
}

/** A custom property comes as it is written: `light-dark(#22262b, #e8e6e1)`. */
function pick(value: string, theme: 'light' | 'dark'): string {
  const both = /^\s*light-dark\((.+),([^,]+)\)\s*$/s.exec(value);
  if (both === null) return value.trim();
  const [, light = '', dark = ''] = both;
  return (theme === 'light' ? light : dark).trim();
}
