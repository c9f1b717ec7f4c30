import { expect, test } from 'vitest';
import {
  checkCreditCode,
  creditCheckCharacter,
  normaliseCode,
  organisationCheckCharacter,
  sameCode,
} from '../../../shared/entities/creditCode.ts';

test('the example of the standard and a code that ends in 0 hold as they are', () => {
  expect(checkCreditCode('91350100M000100Y43').ok).toBe(true);
  expect(checkCreditCode('911101085923662400').ok).toBe(true);
});

test('every one of the 31 check characters comes up, 0 among them', () => {
  const seen = new Set<string>();
  for (let n = 0; n < 400; n += 1) {
    const body = `91500112MA5U${String(n).padStart(5, '0')}`;
    const check = creditCheckCharacter(body) ?? '';
    seen.add(check);
    expect(checkCreditCode(body + check).ok).toBe(true);
  }
  expect(seen.size).toBe(31);
  expect(seen.has('0')).toBe(true);
});

test('any single character mistyped is noticed', () => {
  const code = '91350100M000100Y43';
  for (let place = 0; place < 18; place += 1) {
    for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (character === code[place]) continue;
      const typo = code.slice(0, place) + character + code.slice(place + 1);
      expect([typo, checkCreditCode(typo).ok]).toEqual([typo, false]);
    }
  }
});

test('full-width, lower case, spaces and hyphens are read as meant', () => {
  expect(normaliseCode(' ９１３５０１００－m000 100y43\u200b')).toBe('91350100M000100Y43');
  expect(checkCreditCode('９１３５０１００ m000100y43').ok).toBe(true);
});

test.each([
  ['91350100M000100Y44', /末位应为 3，填写的是 4/],
  ['91350100O000100Y43', /第 9 位“O”不会出现/],
  ['9135A100M000100Y43', /第 3 至 8 位/],
  ['915001122028344', /15 位的旧税务登记号/],
  ['9135010', /现在是 7 位/],
  ['', /现在是 0 位/],
])('%s is refused in words', (code, message) => {
  const check = checkCreditCode(code);
  expect(check.ok).toBe(false);
  expect(check.ok ? '' : check.problem.message).toMatch(message);
});

test('an organisation code of 9 characters is checked by its own rule, X and 0 among its check characters', () => {
  expect(checkCreditCode('D2143569-X')).toEqual({ ok: true, kind: 'organisation', code: 'D2143569X' });
  const seen = new Set<string>();
  for (let n = 0; n < 200; n += 1) {
    const body = `2028${String(n).padStart(4, '0')}`;
    const check = organisationCheckCharacter(body) ?? '';
    seen.add(check);
    expect(checkCreditCode(body + check).ok).toBe(true);
  }
  expect([...seen].sort().join('')).toBe('0123456789X');
  const wrong = checkCreditCode('D2143569-1');
  expect(wrong.ok ? '' : wrong.problem.message).toMatch(/末位应为 X，填写的是 1/);
});

test('a code of 18 and the organisation code inside it name the same unit', () => {
  expect(sameCode('91350100M000100Y43', 'M000100Y-4')).toBe(true);
  expect(sameCode('91350100M000100Y43', '９１３５０１００m000100y43')).toBe(true);
  expect(sameCode('91350100M000100Y43', '')).toBe(false);
  expect(sameCode('', '')).toBe(false);
});
