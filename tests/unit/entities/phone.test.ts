import { expect, test } from 'vitest';
import { checkMobile, checkPhone } from '../../../shared/entities/phone.ts';

test.each([
  ['13594354064', 'mobile', '13594354064'],
  ['１３５ ９４３５ ４０６４', 'mobile', '13594354064'],
  ['+86 135-9435-4064', 'mobile', '13594354064'],
  ['0086 13594354064', 'mobile', '13594354064'],
  ['19900001111', 'mobile', '19900001111'],
  ['023-63895375', 'landline', '023-63895375'],
  ['02363895375', 'landline', '023-63895375'],
  ['（023）63895375', 'landline', '023-63895375'],
  ['023—6389 5375', 'landline', '023-63895375'],
  ['+86-23-63895375', 'landline', '023-63895375'],
  ['+86 (023) 6389 5375', 'landline', '023-63895375'],
  ['023-63895375-8001', 'landline', '023-63895375-8001'],
  ['023-63895375转8001', 'landline', '023-63895375-8001'],
  ['023-63895375 ext. 12', 'landline', '023-63895375-12'],
  ['0830-2345678', 'landline', '0830-2345678'],
  ['0755-26770000', 'landline', '0755-26770000'],
  ['400-820-8820', 'service', '400-820-8820'],
  ['4008208820', 'service', '400-820-8820'],
])('%s is a %s', (text, kind, number) => {
  expect(checkPhone(text)).toEqual({ ok: true, kind, number });
});

test.each([
  ['12345678901', /13 至 19 开头/],
  ['1359435406', /现在是 10 位/],
  ['135943540644', /现在是 12 位/],
  ['63895375', /请写上区号，例如 023-63895375/],
  ['023-6389537', /三位区号后是 8 位/],
  ['0830-234567', /四位区号后是 7 至 8 位/],
  ['电话', /应为 11 位手机号/],
  ['', /应为 11 位手机号/],
  ['023-63895375转', /应为 11 位手机号/],
  ['026-63895375', /应为 11 位手机号/],
  ['023-13895375', /应为 11 位手机号/],
])('%s is refused in words', (text, message) => {
  const check = checkPhone(text);
  expect(check.ok).toBe(false);
  expect(check.ok ? '' : check.problem.message).toMatch(message);
});

test('where a mobile number is asked for, a landline is told apart from a wrong number', () => {
  expect(checkMobile('13594354064').ok).toBe(true);
  const landline = checkMobile('023-63895375');
  expect(landline.ok ? '' : landline.problem.message).toBe('这里需要手机号码，填写的是固定电话');
  const wrong = checkMobile('1359435');
  expect(wrong.ok ? '' : wrong.problem.message).toBe('手机号码应为 11 位数字，现在是 7 位');
});
