import { type Fen, formatMoney } from '../../entities/money.ts';
import { richText } from '../operators/richText.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

const FEN_PER: Readonly<Record<string, number>> = { 亿: 10_000_000_000, 万: 1_000_000, 元: 100 };

/** Label, what may stand between, perhaps 约, the number, its unit (or the unit in brackets before). */
const MENTION =
  /(总投资|已(?:完成|累计)?投资|累计(?:完成)?投资|已投入(?:资金)?)(?:金额|总额|额|规模|资金|预算|概算|估算)?\s*(?:[(（]\s*(?:人民币)?\s*(亿|万|元)元?\s*[)）])?\s*[:：]?\s*(?:金额)?(?:预计|共计|合计|总计|达到|为|是|达|共)*\s*(?:人民币|¥|￥)?\s*(约|近|逾|超过|超)?\s*(\d[\d,，]*(?:\.\d+)?)\s*(亿|万|元)?元?(以上|以下|以内)?/g;

/** Words before a sum that make it another thing's than the project's: one phase, the whole company or park. */
const FOREIGN_TOTAL =
  /(?:期|公司|集团|企业|单位|园区|厂区|基地|行业|产业|全市|区县)(?:的|内|工程|建设|计划|预计|累计|近年|历年)*$/;
/** The company is who invested as often as what was invested in, so it proves nothing there. */
const FOREIGN_INVESTED =
  /(?:期|集团|园区|厂区|基地|行业|产业|全市|区县)(?:的|内|工程|建设|计划|预计|累计|近年|历年)*$/;

/** A sum told by plan prose. */
interface Mention {
  readonly what: 'total' | 'invested';
  readonly words: string;
  readonly fen: Fen;
  readonly about: boolean;
}

/**
 * Prose of the plan that names another 总投资 or 已投资 than the form. Values taken over from the form
 * as facts cannot differ and are not looked at; "约" allows for one percent. Sums of one phase, of the
 * company or of a park are not the project's; beside a sum that agrees, another one is only a hint.
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
  const agreed = new Set<Mention['what']>();
  const differing = new Set<Mention['what']>();
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
    if (Math.abs(told - mention.fen) <= tolerance) {
      agreed.add(mention.what);
      continue;
    }
    differing.add(mention.what);
    const [left, right, gap] = [mention.fen, told, Math.abs(told - mention.fen)].map(wanyuan);
    compared ??= { left: left ?? '', right: right ?? '', difference: gap ?? null };
    other.push(`${row.name}写的是“${mention.words}”，申报表的${field.label}是 ${right ?? ''}`);
  }
  if (other.length > 0) {
    const atMost = [...differing].every((what) => agreed.has(what)) ? 'hint' : null;
    return unmet({ names: other, compared, detail: other.join('；'), atMost });
  }
  return missing.length > 0 ? unknown([...new Set(missing)]) : met();
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(MENTION)].flatMap((match) => {
    const [words, label = '', before, about, digits = '', after, bound] = match;
    const unit = FEN_PER[after ?? before ?? ''];
    // "总投资1000万元以上" quotes a threshold, it does not tell the project's own sum.
    if (unit === undefined || bound !== undefined) return [];
    const what = label === '总投资' ? 'total' : 'invested';
    const ahead = text.slice(Math.max(0, match.index - 20), match.index).trimEnd();
    if ((what === 'total' ? FOREIGN_TOTAL : FOREIGN_INVESTED).test(ahead)) return [];
    const fen = Math.round(Number(digits.replace(/[,，]/g, '')) * unit);
    if (!Number.isSafeInteger(fen)) return [];
    return [
      {
        what,
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
