import { readDigits } from './readDigits.ts';
import type { Table } from './recogniseTable.ts';
import type { Cell } from './sheet.ts';

/** What a row below the heads is; only `data` counts. */
export type RowRole = 'empty' | 'total' | 'subtotal' | 'opening' | 'note' | 'data';

type Row = readonly (Cell | undefined)[];

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
export function rowRole(table: Table, row: number): RowRole {
  const cells = table.sheet.rows[row] ?? [];
  const filled = cells.filter(isFilled);
  if (filled.length === 0) return 'empty';
  if (filled[0]?.number === null && NOTE.test(plainText(filled[0]))) return 'note';
  const telling = textsOf(tellingCells(table, cells));
  if (telling.some((text) => TOTAL.test(text) && !YEAR_SO_FAR.test(text))) return 'total';
  if (telling.some((text) => SUBTOTAL.test(text) || YEAR_SO_FAR.test(text))) return 'subtotal';
  if (telling.some((text) => OPENING.test(text))) return 'opening';
  // Heads printed again on every page.
  const names = new Set(table.heads.flatMap((head) => [head, ...head.split('/')]));
  const repeats = textsOf(filled).filter((text) => names.has(text)).length;
  if (repeats >= 3 && repeats === filled.length) return 'note';
  return 'data';
}

/**
 * The cells by which a row may say that it is a sum: not by remarks behind the figures. In a list of invoices any may,
 * for want of an order people keep to; but where an invoice is named, remarks say nothing.
 */
function tellingCells({ mapping }: Table, cells: Row): Row {
  const { kind, columns } = mapping;
  const namesInvoice = columns.some((meaning, at) => meaning === 'number' && isInvoiceNumber(cells[at]));
  if (kind === 'invoice-list' && !namesInvoice) return cells;
  const firstAmount = columns.findIndex((meaning) => meaning !== null && /Fen$|^cost\./.test(meaning));
  const end = firstAmount === -1 ? cells.length : Math.max(firstAmount, columns.lastIndexOf('summary') + 1);
  return cells.slice(0, end).filter((_, column) => columns[column] !== 'note');
}

/** 8 or 20 digits, also when a spreadsheet took up to two noughts in front, or the last digits. */
function isInvoiceNumber(cell: Cell | undefined): boolean {
  const { text, lost } = readDigits(cell);
  return lost || /^(?:\d{6,8}|\d{20})$/.test(text);
}

function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && (cell.text !== '' || cell.unworked);
}

function textsOf(cells: Row): readonly string[] {
  return cells.flatMap((cell) => (isFilled(cell) && cell.number === null ? [plainText(cell)] : []));
}

function plainText({ text }: Cell): string {
  return text.replace(/[\s\u200b]/g, '');
}
