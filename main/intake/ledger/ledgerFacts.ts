import type { LedgerProject } from '../../../shared/entities/ledger.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** What stands above the heads of a ledger sheet. */
export type LedgerFacts = {
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly expenseType: LedgerProject['expenseType'];
  readonly year: number | null;
  /** 委托研发 sheets: whether the work was given to somebody abroad; null for other sheets. */
  readonly commissioned: 'domestic' | 'foreign' | null;
};

const LABELS = {
  code: /^(?:研发)?项目(?:编号|代码|编码)|^RD编号/i,
  name: /^(?:研发)?项目(?:名称|$)/,
  status: /^完成情况|^(?:项目)?实施状态(?:选项)?|^项目状态/,
  expenseType: /^支出类型|^资本化、?费用化(?:支出)?(?:选项)?|^支出性质/,
  abroad: /^是否委托境外(?:选项)?/,
  year: /^(?:所属)?(?:年度|会计年度|纳税年度)/,
} as const;
type Label = keyof typeof LABELS;

/** Any label that ends the value before it, known here or not. */
const ANY_LABEL =
  /(?:研发)?项目(?:编号|代码|编码|名称|状态)|RD编号|支出性质|完成情况|(?:项目)?实施状态(?:选项)?|支出类型|资本化、?费用化(?:支出)?选项|研发(?:形式|成果)[^:：]{0,6}|是否委托境外(?:选项)?|委托方与受托方[^:：]{0,16}|金额单位|单位|纳税人(?:名称|识别号)|企业名称|(?:会计|纳税)?年度|编制(?:单位|日期)|(?<![\u4e00-\u9fff])(?:研发)?项目(?=\s*(?:[:：]|$))/g;

/** Reads 项目编号, 项目名称 and the like above the heads, in one cell ("项目名称：某某") or in several side by side. */
export function readLedgerFacts(sheet: Sheet, headRow: number): LedgerFacts {
  const told: Partial<Record<Label, string>> = {};
  const lines = sheet.rows
    .slice(0, headRow)
    .map((row) => row.flatMap((cell) => (cell === undefined || cell.text === '' ? [] : [cell.text])));
  for (const cells of lines) {
    for (const [index, text] of cells.entries()) {
      for (const { label, value } of labelsIn(text)) {
        const said = value === '' || isOption(value) ? value + besides(cells, index) : value;
        if (said !== '') told[label] ??= said.trim();
      }
    }
  }
  const text = lines.map((cells) => cells.join(' ')).join('\n');
  const above = `${sheet.name}\n${text}`;
  // A project may be named after the year it began in.
  const titles = [told.name, told.code].reduce<string>(
    (left, own) => (own === undefined ? left : left.replaceAll(own, ' ')),
    text,
  );
  return {
    ...namedBy(told),
    status: statusOf(told.status ?? ''),
    expenseType: expenseTypeOf(told.expenseType ?? ''),
    year: yearOf(told.year ?? '', YEAR) ?? yearOf(titles, TITLED_YEAR) ?? yearOf(sheet.name, NAMED_YEAR),
    commissioned: commissionedOf(above, told.abroad ?? ''),
  };
}

/** A number of a project with all that belongs to it: RD01, RD-12, RD2021-001. */
const NUMBER = String.raw`RD\s?-?\d[A-Za-z\d]{0,11}(?:[-_./–—][A-Za-z\d]{1,12}){0,3}`;
const BLANK = String.raw`[\s()（）【】[\],，、:：]`;
/** A dash between it and the name; between letters or figures it would be part of it. */
const DASH = '[-_./–—]';
/** In front of the name, and no figures behind it that may be the rest of it. */
const AHEAD = new RegExp(
  `^(${NUMBER})(?=$|${BLANK}(?!${BLANK}*\\d+(?![A-Za-z\\d]))|${DASH}(?![A-Za-z\\d]))`,
  'i',
);
const BEHIND = new RegExp(`(?<=^|(?<!\\d)${BLANK}|(?<![A-Za-z\\d])${DASH})(${NUMBER})(?=[)）】\\]]?$)`, 'i');

/**
 * A number at an edge of the name (“智能网关研发 RD01”) is the project's where no label tells another. All of it or none:
 * by half of a number two projects would be one.
 */
function namedBy({ code, name = '' }: Partial<Record<Label, string>>): Pick<LedgerFacts, 'code' | 'name'> {
  const found = AHEAD.exec(name) ?? BEHIND.exec(name);
  const own = found?.[1];
  if (code !== undefined || found === null || own === undefined) return { code: code ?? '', name };
  const rest = name.slice(0, found.index) + name.slice(found.index + own.length);
  return {
    code: own,
    name: rest.replace(/[(（【[]\s*[)）】\]]|^[\s,，、:：_./–—-]+|[\s,，、:：_./–—-]+$/g, ''),
  };
}

/** 资本化 or 费用化 of what a cell says; both named and none ticked is nothing. */
export function expenseTypeOf(text: string): LedgerProject['expenseType'] {
  const said = chosen(text);
  const capital = said.includes('资本化');
  if (capital === said.includes('费用化')) return null;
  return capital ? '资本化' : '费用化';
}

function labelsIn(text: string): readonly { readonly label: Label; readonly value: string }[] {
  // 项 目 名 称：
  const plain = text.replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]{1,3}(?:\s|[:：]))/g, '');
  const starts = [...plain.matchAll(ANY_LABEL)].filter(
    ({ index, 0: found }) => /^\s*[:：]/.test(plain.slice(index + found.length)) || plain.trim() === found,
  );
  return starts.flatMap(({ index, 0: found }, at) => {
    const label = (Object.keys(LABELS) as Label[]).find((one) => LABELS[one].test(found));
    if (label === undefined) return [];
    const end = starts[at + 1]?.index ?? plain.length;
    return [{ label, value: plain.slice(index + found.length, end).replace(/^[\s:：]+|[\s,;，；]+$/g, '') }];
  });
}

/** What stands in the cells behind a label: options, each with its mark, else the next cell if it is no label. */
function besides(cells: readonly string[], index: number): string {
  const options: string[] = [];
  for (let at = index + 1; at < cells.length && isOption(cells[at] ?? ''); at += 1)
    options.push(cells[at] ?? '');
  if (options.length > 0) return ` ${options.join(' ')}`;
  const next = cells[index + 1] ?? '';
  return labelsIn(next).length === 0 ? next : '';
}

/** Marks in front of options, ticked and not. */
const TICKED = '☑☒√✓✔■▣◎●◉⦿';
const OPEN = '□☐○〇◯';

function isOption(text: string): boolean {
  return new RegExp(`[${TICKED}${OPEN}]`).test(text);
}

/** The option that is ticked among several ("□未完成 ☑已完成"); all of the text where there are no marks. */
function chosen(text: string): string {
  const word = `[^\\s${TICKED}${OPEN}()（）/、，,]+`;
  const ticked =
    new RegExp(`[${TICKED}]\\s*(${word})`).exec(text) ??
    new RegExp(`(${word})\\s*[(（]\\s*[√✓✔]\\s*[)）]`).exec(text);
  if (ticked !== null) return ticked[1] ?? '';
  return isOption(text) ? '' : text.trim();
}

/** 未完成 or 已完成 as it is chosen; the choice itself ("未完成/已完成") is no answer. */
function statusOf(text: string): string {
  const said = chosen(text);
  return said.includes('未完成') && said.includes('已完成') ? '' : said;
}

/** In a cell that holds a year. */
const YEAR = /(?<!\d)(20\d{2})(?!\d|\s*年?版)/;
/** The year a title names ("2019年度"), not the one of a day, of an edition or of the law's number. */
const TITLED_YEAR = /(?<!\d)(20\d{2})\s*年(?!\s*(?:版|修订|第|\d+\s*号|\d{1,2}\s*月))/;
/** In a sheet's name; RD2001 is a project. */
const NAMED_YEAR = /(?<![\da-z])(20\d{2})\s*年(?!\s*版)|^\s*(20\d{2})(?:[-.]\d{1,2})?\s*$/i;

function yearOf(text: string, told: RegExp): number | null {
  const [, ...years] = told.exec(text) ?? [];
  const year = years.find((one) => one !== undefined);
  return year === undefined ? null : Number(year);
}

function commissionedOf(above: string, abroad: string): LedgerFacts['commissioned'] {
  if (!/委托(?:境外|境内)?研(?:发|究)/.test(above)) return null;
  const said = chosen(abroad);
  if (/^(是|Y)/i.test(said)) return 'foreign';
  return /委托境外研/.test(above) && !/^否/.test(said) ? 'foreign' : 'domestic';
}
