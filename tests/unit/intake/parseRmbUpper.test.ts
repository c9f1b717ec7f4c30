import { expect, test } from 'vitest';
import { parseRmbUpper } from '../../../main/intake/invoice/text/parseRmbUpper.ts';
import { rmbUpper } from '../../../scripts/samples/rmbUpper.ts';

test.each([
  ['贰仟陆佰叁拾肆圆整', 263400],
  ['壹佰元整', 10000],
  ['拾圆正', 1000],
  ['壹亿零贰拾万圆叁角', 10020000030],
  ['肆角捌分', 48],
  ['（负数）叁佰壹拾捌圆整', -31800],
  ['壹 仟 圆 零 伍 分', 100005],
])('%s', (text, fen) => {
  expect(parseRmbUpper(text)).toBe(fen);
});

test.each(['', '整', '圆', '壹佰', '一百元', '壹佰圆贰', '壹佰圆整整', '金额壹佰圆整'])(
  '%s is no amount',
  (text) => {
    expect(parseRmbUpper(text)).toBeNull();
  },
);

test('every amount that can be written in capitals is read back', () => {
  for (let fen = 1; fen < 10 ** 12; fen = Math.ceil(fen * 1.013))
    expect(parseRmbUpper(rmbUpper(fen))).toBe(fen);
});
