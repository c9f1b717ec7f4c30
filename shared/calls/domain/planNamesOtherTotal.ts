import { type Fen, formatMoney } from '../../entities/money.ts';
import { richText } from '../operators/richText.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

const FEN_PER: Readonly<Record<string, number>> = { 亿: 10_000_000_000, 万: 1_000_000, 元: 100 };

/** Label, what may stand between, perhaps 约, the number, its unit (or the unit in brackets before). */
const MENTION =
  /(总投资|已(?:完成|累计)?投资|累计(?:完成)?投资|已投入(?:资金)?)(?:金额|总额|额|规模|资金|预算|概算|估算)?\s*(?:[(（]\s*(?:人民币)?\s*(亿|万|元)元?\s*[)）])?\s*[:：]?\s*(?:金额)?(?:预计|共计|合计|总计|达到|为|是|达|共)*\s*(?:人民币|¥|￥)?\s*(约|近|逾|超过|超)?\s*(\d[\d,，]*(?:\.\d+)?)\s*(亿|万|元)?元?(以上|以下|以内)?/g;

/** A sum told by plan prose. */
interface Mention {
  readonly what: 'total' | 'invested';
  readonly words: string;
  readonly fen: Fen;
  readonly about: boolean;
}

/**
 * Prose of the plan that names another 总投资 or 已投资 than the form. Values taken over from the form
 * as facts cannot differ and are not looked at; "约" allows for one percent.
 */
export function planNamesOtherTotal(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'plan');
  if (row === null) return null;
  // Runs of blanks become one, which also keeps the pattern's many optional blanks from backtracking.
  const mentions = mentionsIn(
    richText(row.value, () => '\u0000')
      .normalize('NFKC')
      .replace(/\s+/g, ' '),
  );
  if (mentions.length === 0) return null;
  const { totalInvestment, investedToDate } = scope.call.roles;
  const other: string[] = [];
  const missing: string[] = [];
  let compared: Verdict['compared'] = null;
  for (const mention of mentions) {
    const id = mention.what === 'total' ? totalInvestment : investedToDate;
    const field = id === null ? undefined : scope.index.fields.get(id);
    if (id === null || field === undefined) continue;
    const told = scope.application.answers[id];
    if (typeof told !== 'number') {
      missing.push(field.label);
      continue;
    }
    const tolerance = mention.about ? Math.abs(told) / 100 : 0;
    if (Math.abs(told - mention.fen) <= tolerance) continue;
    const [left, right, gap] = [mention.fen, told, Math.abs(told - mention.fen)].map(wanyuan);
    compared ??= { left: left ?? '', right: right ?? '', difference: gap ?? null };
    other.push(`${row.name}写的是“${mention.words}”，申报表的${field.label}是 ${right ?? ''}`);
  }
  if (other.length > 0) return unmet({ names: other, compared, detail: other.join('；') });
  return missing.length > 0 ? unknown([...new Set(missing)]) : met();
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(MENTION)].flatMap((match) => {
    const [words, label = '', before, about, digits = '', after, bound] = match;
    const unit = FEN_PER[after ?? before ?? ''];
    // "总投资1000万元以上" quotes a threshold, it does not tell the project's own sum.
    if (unit === undefined || bound !== undefined) return [];
    const fen = Math.round(Number(digits.replace(/[,，]/g, '')) * unit);
    if (!Number.isSafeInteger(fen)) return [];
    return [
      {
        what: label === '总投资' ? 'total' : 'invested',
        words: words.trim(),
        fen,
        about: about !== undefined,
      },
    ] satisfies Mention[];
  });
}

function wanyuan(fen: Fen): string {
  return `${formatMoney(fen, 'wanyuan')} 万元`;
}
