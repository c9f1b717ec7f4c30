import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

/** A token's colour in a theme, as it is written. */
function colour(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = theme === 'light' ? found?.[1] : found?.[2];
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
}

/** Relative luminance as WCAG 2 reckons it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const texts = ['ink', 'ink-soft', 'ink-faint', 'accent', 'done', 'warning', 'error'];
const grounds = ['paper', 'sheet', 'tray'];
const own: readonly (readonly [string, string])[] = [
  ['on-accent', 'accent'],
  ['accent', 'accent-soft'],
  ['done', 'done-soft'],
  ['warning', 'warning-soft'],
  ['error', 'error-soft'],
  ['ink', 'accent-soft'],
  ['ink-soft', 'accent-soft'],
  ['ink', 'warning-soft'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)).concat(own))(
    '%s is read on %s: at least 4.5 : 1',
    (text, ground) => {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );
});
