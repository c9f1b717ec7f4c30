import { type Fen, type MoneyUnit, parseMoney } from '../../../shared/entities/money.ts';
import type { Cell } from './sheet.ts';

export type ReadMoney =
  | { readonly ok: true; readonly fen: Fen | null; readonly rounded: boolean }
  | { readonly ok: false };

const NOTHING: ReadMoney = { ok: true, fen: null, rounded: false };
/** 100 billion 元 in 分. What is larger is a number of a document, and sums of a row stay exact. */
const LARGEST = 1e13;
const FEN_PER_UNIT = { yuan: 100, wanyuan: 1_000_000 } as const;

/**
 * An amount of a cell in 分. Figures of formulas often have more decimals than 分: they are rounded as they are shown,
 * and that is told. An empty cell or a dash is no amount; text that is none is not ok.
 */
export function readMoney(cell: Cell | undefined, unit: MoneyUnit): ReadMoney {
  if (cell === undefined) return NOTHING;
  if (cell.unworked || cell.date !== null) return { ok: false };
  return cell.number === null ? moneyOfText(cell.text, unit) : moneyOfNumber(cell.number, unit);
}

function moneyOfNumber(number: number, unit: MoneyUnit): ReadMoney {
  // A spreadsheet's number holds 15 digits; what comes behind them is noise of the machine.
  const fen = Number((number * FEN_PER_UNIT[unit]).toPrecision(15));
  const whole = Math.sign(fen) * Math.round(Math.abs(fen));
  if (Math.abs(whole) > LARGEST) return { ok: false };
  return { ok: true, fen: whole === 0 ? 0 : whole, rounded: Math.abs(fen - whole) > 1e-6 };
}

function moneyOfText(given: string, unit: MoneyUnit): ReadMoney {
  const text = given.normalize('NFKC').replace(/[\s\u200b]/g, '');
  if (/^([-—–―/]+|无)?$/.test(text)) return NOTHING;
  const match = /^(\()?([-+]?)[¥$]?([-+]?)([\d,.]+(?:E[+-]?\d+)?)(万元|元)?(\))?$/i.exec(text);
  if (match === null || (match[1] === undefined) !== (match[6] === undefined)) return { ok: false };
  const [, bracket, before, after, figure = '', written] = match;
  const minus = bracket !== undefined || before === '-' || after === '-';
  const own = written === undefined ? unit : written === '元' ? 'yuan' : 'wanyuan';
  const exact = parseMoney(figure, own);
  if (exact !== null && exact > LARGEST) return { ok: false };
  if (exact !== null) return { ok: true, fen: minus && exact !== 0 ? -exact : exact, rounded: false };
  const plain = figure.replace(/(?<=\d),(?=\d{3})/g, '');
  if (!/^\d{1,15}(\.\d+)?(E[+-]?\d{1,2})?$/i.test(plain)) return { ok: false };
  return moneyOfNumber(minus ? -Number(plain) : Number(plain), own);
}
