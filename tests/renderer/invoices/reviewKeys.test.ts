import { describe, expect, it } from 'vitest';
import { keyOfReview } from '../../../renderer/steps/invoices/review/reviewKeys.ts';

const stroke = (key: string, change: Partial<KeyboardEvent> = {}) => ({
  key,
  code: key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  target: null,
  ...change,
});

describe('keys in the queue', () => {
  it('find right, go back, skip, move and take back', () => {
    expect(keyOfReview(stroke('Enter'))).toBe('confirm');
    expect(keyOfReview(stroke('Enter', { shiftKey: true }))).toBe('back');
    expect(keyOfReview(stroke('PageDown'))).toBe('skip');
    expect(keyOfReview(stroke('ArrowDown'))).toBe('down');
    expect(keyOfReview(stroke('z', { code: 'KeyZ', ctrlKey: true }))).toBe('undo');
    expect(keyOfReview(stroke(']', { code: 'BracketRight', ctrlKey: true }))).toBe('turnRight');
    expect(keyOfReview(stroke('【', { code: 'BracketLeft', ctrlKey: true }))).toBe('turnLeft');
    expect(keyOfReview(stroke('Z', { code: 'KeyZ', ctrlKey: true, shiftKey: true }))).toBe('redo');
  });

  it('leave to an input method what it composes with, and letters to the field', () => {
    expect(keyOfReview(stroke('Enter', { isComposing: true }))).toBeNull();
    expect(keyOfReview(stroke('Process'))).toBeNull();
    expect(keyOfReview(stroke('a'))).toBeNull();
    expect(keyOfReview(stroke('Tab'))).toBeNull();
  });

  it('that are held down confirm nothing unseen and take nothing back, and reach no field or button either', () => {
    expect(keyOfReview(stroke('Enter', { repeat: true }))).toBe('held');
    expect(keyOfReview(stroke('Enter', { repeat: true, ctrlKey: true }))).toBe('held');
    expect(keyOfReview(stroke('z', { code: 'KeyZ', ctrlKey: true, repeat: true }))).toBe('held');
    expect(keyOfReview(stroke('y', { code: 'KeyY', ctrlKey: true, repeat: true }))).toBe('held');
    expect(keyOfReview(stroke('ArrowDown', { repeat: true }))).toBe('down');
  });
});
