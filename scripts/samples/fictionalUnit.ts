import { creditCheckCharacter } from '../../shared/entities/creditCode.ts';
import { createRandom } from './createRandom.ts';

/** A unit that does not exist; its name says 示例 and its code checks. */
export interface FictionalUnit {
  readonly name: string;
  /** 统一社会信用代码 */
  readonly code: string;
  readonly address: string;
  readonly phone: string;
  readonly bank: string;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 18 characters that check: registered by the market authority (9) as an enterprise (1) in 500000. */
function codeOf(name: string): string {
  const random = createRandom(name);
  const body = `91500000MA0${Array.from({ length: 6 }, () => random.pick([...ALPHABET])).join('')}`;
  const check = creditCheckCharacter(body);
  if (check === null) throw new Error(`no check character for ${body}`);
  return body + check;
}

/** Makes a unit of a name; the same name is always the same unit. */
export function fictionalUnit(name: string, address = ''): FictionalUnit {
  if (!name.includes('示例')) throw new Error(`名称没有标明示例：${name}`);
  const random = createRandom(`${name}·unit`);
  return {
    name,
    code: codeOf(name),
    address: address === '' ? `重庆市示例区示例路${random.between(1, 199)}号` : address,
    phone: `023-6000${random.digits(4)}`,
    bank: `示例银行重庆分行示例支行 ${random.digits(16)}`,
  };
}
