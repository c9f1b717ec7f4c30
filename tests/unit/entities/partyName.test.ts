import { expect, test } from 'vitest';
import { normalisePartyName } from '../../../shared/entities/partyName.ts';

test.each([
  ['重庆甲（集团）有限公司', '重庆甲(集团)有限公司'],
  [' 重庆 甲公司　', '重庆甲公司'],
  ['重庆“甲”公司', '重庆"甲"公司'],
  ['abc科技', 'ＡＢＣ科技'],
  ['重庆〔甲〕公司', '重庆【甲】公司'],
])('%s and %s are one name', (a, b) => {
  expect(normalisePartyName(a)).toBe(normalisePartyName(b));
});

test('different companies stay different', () => {
  expect(normalisePartyName('重庆甲公司')).not.toBe(normalisePartyName('重庆甲分公司'));
});
