import { describe, expect, it } from 'vitest';
import { isStroke, type KeyStroke } from '../../../renderer/app/commands/keys.ts';

const stroke = (change: Partial<KeyStroke>): KeyStroke => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

describe('keys', () => {
  it('Mod is Ctrl, and ⌘ on a Mac', () => {
    const ctrl = stroke({ key: 'k', code: 'KeyK', ctrlKey: true });
    const command = stroke({ key: 'k', code: 'KeyK', metaKey: true });
    expect([isStroke('Mod+K', ctrl, false), isStroke('Mod+K', ctrl, true)]).toEqual([true, false]);
    expect([isStroke('Mod+K', command, false), isStroke('Mod+K', command, true)]).toEqual([false, true]);
  });

  it('every modifier counts: Ctrl+Z is not Ctrl+Shift+Z', () => {
    const shifted = stroke({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true });
    expect(isStroke('Mod+Z', shifted, false)).toBe(false);
    expect(isStroke('Mod+Shift+Z', shifted, false)).toBe(true);
  });

  it('an input method that renames the key does not change what it is', () => {
    expect(isStroke('Mod+S', stroke({ key: 'Process', code: 'KeyS', ctrlKey: true }), false)).toBe(true);
    expect(isStroke('Alt+2', stroke({ key: '™', code: 'Digit2', altKey: true }), true)).toBe(true);
  });

  it('arrows and function keys go by name', () => {
    expect(isStroke('Alt+Left', stroke({ key: 'ArrowLeft', altKey: true }), false)).toBe(true);
    expect(isStroke('F1', stroke({ key: 'F1' }), false)).toBe(true);
    expect(isStroke('F1', stroke({ key: 'F1', shiftKey: true }), false)).toBe(false);
  });
});
