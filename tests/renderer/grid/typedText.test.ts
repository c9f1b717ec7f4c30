import { describe, expect, it } from 'vitest';
import { stillTyped } from '../../../renderer/ui/grid/typedText.ts';

describe('what was typed in an input', () => {
  it('stays as it was typed while the draft has the value it stands for', () => {
    const typed = { text: '1,13', value: 11_300, problem: null };
    expect(stillTyped(typed, 11_300)).toBe(typed);
  });

  it('and cannot be read stays with its reason beside the value before', () => {
    const typed = { text: '约一百', value: 11_300, problem: '这不是金额' };
    expect(stillTyped(typed, 11_300)).toBe(typed);
  });

  it('goes with its reason when the value is changed from elsewhere, by undo or by taking what was read', () => {
    expect(stillTyped({ text: '约一百', value: 11_300, problem: '这不是金额' }, 12_300)).toBeNull();
    expect(stillTyped({ text: '113', value: 11_300, problem: null }, null)).toBeNull();
  });
});
