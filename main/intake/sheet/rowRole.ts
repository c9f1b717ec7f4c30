import type { Sheet } from './sheet.ts';

/** What a row below the heads is; only `data` counts. */
export type RowRole = 'empty' | 'total' | 'subtotal' | 'opening' | 'note' | 'data';

const TOTAL = /^(?:金额|本年|全年|年度|总|共|本项目|项目|费用)?(?:合计|总计)(?:数|金额|数?额)?[:：]?$/;
const SUBTOTAL =
  /^(?:小计|累计|月计|年计|承前页|过次页|转下页|(?:本|当)(?:月|期|季度?|日|页|年)(?:合计|小计|累计|发生额)(?:数|金额)?|(?:资本化|费用化)(?:金额)?小计|(?:20\d{2}年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四1-4]季度|[上下]半年)(?:合计|小计|累计)(?:数|金额)?)[:：]?$/;
const OPENING = /^(?:期初|年初|上年|上期|承上年)(?:余额|结转|结转余额|结存|数)[:：]?$/;
/** Only at the beginning of a row: in its remarks a row of data may say the same. */
const NOTE =
  /^(?:注|说明|备注|填表说明|注意|其中)\d*[:：]|^(?:制单|制表|审核|复核|填报|填表|会计|记账|出纳|财务|法定代表|企业负责|经办|打印|单位负责)[^:：]{0,8}[:：]/;
/** Years of a running ledger close with both; the year's sum is as good as a 合计. */
const YEAR_SO_FAR = /^本年(?:累计|合计)$/;

/** What a row is by what its text cells say; figures are passed over. */
export function rowRole(sheet: Sheet, row: number, heads: readonly string[]): RowRole {
  const cells = (sheet.rows[row] ?? []).filter(
    (cell) => cell !== undefined && (cell.text !== '' || cell.unworked),
  );
  if (cells.length === 0) return 'empty';
  const texts = cells.flatMap((cell) =>
    cell === undefined || cell.number !== null ? [] : [cell.text.replace(/[\s\u200b]/g, '')],
  );
  if (cells[0]?.number === null && NOTE.test(texts[0] ?? '')) return 'note';
  if (texts.some((text) => TOTAL.test(text) && !YEAR_SO_FAR.test(text))) return 'total';
  if (texts.some((text) => SUBTOTAL.test(text) || YEAR_SO_FAR.test(text))) return 'subtotal';
  if (texts.some((text) => OPENING.test(text))) return 'opening';
  // Heads printed again on every page.
  const names = new Set(heads.flatMap((head) => [head, ...head.split('/')]));
  const repeats = texts.filter((text) => names.has(text)).length;
  if (repeats >= 3 && repeats === cells.length) return 'note';
  return 'data';
}
