import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type Fen, formatMoney } from '../../../shared/entities/money.ts';
import { sheetInWords } from '../../../shared/evidence/sheetInWords.ts';

const problem = (
  code: string,
  message: string,
  severity: FileProblem['severity'] = 'error',
): FileProblem => ({ code, message, severity });

/** Cells named in one message. */
const NAMED = 6;

/** A few of the cells, and how many there are when not all are named. */
export function cellList(cells: readonly string[]): string {
  const named = cells.slice(0, NAMED).join('、');
  return cells.length > NAMED ? `${named} 等 ${cells.length} 格` : named;
}

/** `工作表“3月”的 `; nothing for separated text, which has no sheets. */
const of = (sheet: string): string => (sheet === '' ? '' : `工作表“${sheet}”的 `);

/** Another sheet that tells the same amounts of the whole invoice settles it. */
export const LINES_UNCLEAR = 'invoice-lines-unclear';

/** Why a spreadsheet, or a part of it, could not be read; the file itself is always kept as it is. */
export const SHEET_PROBLEMS = {
  damaged: () =>
    problem('file-damaged', '表格文件已损坏或不完整，没有读出内容；请用表格软件打开后另存一份再添加'),
  encrypted: () => problem('file-encrypted', '表格设有打开密码；请解除密码后重新添加'),
  notASheet: () =>
    problem('file-type-unsupported', '文件里没有工作表，不是 Excel 表格；请用表格软件另存为 .xlsx 再添加'),
  tooLarge: (limit: string) =>
    problem('file-too-large', `表格太大（超过 ${limit}），没有读取；请只留下要用的工作表后另存一份`),
  markupTooLarge: () =>
    problem('file-too-large', '表格内容太多或嵌套太深，没有读取；请用表格软件打开后另存为 .xlsx，再重新添加'),
  rowsLeftOut: (sheet: string, rows: number) =>
    problem('sheet-too-large', `${sheetInWords(sheet)}只读取了前 ${rows} 行，后面的没有读取`),
  sheetsLeftOut: (sheets: number) =>
    problem('sheet-too-large', `工作表太多，只读取了前 ${sheets} 张，后面的没有读取`),
  columnsLeftOut: (sheet: string, columns: number) =>
    problem('sheet-too-large', `${sheetInWords(sheet)}只读取了前 ${columns} 列，右边的没有读取`, 'warning'),
  cellsLeftOut: (sheet: string) =>
    problem(
      'sheet-too-large',
      `表格内容太多，${sheet === '' ? '' : `从工作表“${sheet}”起`}没有全部读取；请拆成几个文件再添加`,
    ),
  charactersLost: () =>
    problem(
      'text-damaged',
      '文本里有认不出的字符，可能是编码不对；请用表格软件另存为 .xlsx 再添加',
      'warning',
    ),
  leftOut: (sheet: string) =>
    problem('sheet-left-out', `${sheetInWords(sheet)}按你的选择没有读；要用它，可在“核对列”里改回`, 'hint'),
  hidden: (sheet: string) =>
    problem(
      'sheet-hidden',
      `${sheetInWords(sheet)}在文件中是隐藏的，也一并读取了，请核对是否要用`,
      'warning',
    ),
  withoutValue: (sheet: string, cells: readonly string[]) =>
    problem(
      'formula-without-value',
      `${of(sheet)}${cellList(cells)} 是公式，文件里没有存计算结果，没有采用；请用表格软件打开并保存一次后重新添加`,
      'warning',
    ),
  notMoney: (sheet: string, cells: readonly string[]) =>
    problem('amount-unreadable', `${of(sheet)}${cellList(cells)} 不是金额，没有采用，请核对`, 'warning'),
  rounded: (sheet: string, cells: readonly string[]) =>
    problem('amount-rounded', `${of(sheet)}${cellList(cells)} 小数多于两位，已四舍五入到分`, 'hint'),
  notADate: (sheet: string, cells: readonly string[]) =>
    problem('date-unreadable', `${of(sheet)}${cellList(cells)} 不是完整的日期，没有采用，请核对`, 'warning'),
  digitsLost: (cell: string) =>
    problem(
      'digits-lost',
      `${cell} 的号码已被表格软件改写，末尾数字丢失；请对照发票补全，或在表格软件里把这一列设为“文本”后重新填写`,
    ),
  noughtsLost: (cell: string, padded: string) =>
    problem(
      'noughts-lost',
      `${cell} 的号码开头的 0 被表格软件去掉了，已按应有的位数补成 ${padded}，请对照发票核对`,
      'warning',
    ),
  invoiceVoid: (status: string) =>
    problem('invoice-void', `清单里这张发票的状态是“${status}”，不能作为投资证明，请核对`),
  invoiceReversed: (status: string) =>
    problem('invoice-reversed', `清单里这张发票的状态是“${status}”，请核对是否还能列入`, 'warning'),
  repeated: (cell: string, first: string) =>
    problem('invoice-repeated', `${cell} 与 ${first} 是同一张发票，请核对是否重复列入`, 'warning'),
  repeatedOnce: (cells: readonly string[]) =>
    problem(
      'invoice-repeated',
      `${cellList(cells)} 是同一张发票的相同内容，只计一次，请核对是否重复列入`,
      'warning',
    ),
  linesUnclear: (cells: readonly string[], taken: Fen) =>
    problem(
      LINES_UNCLEAR,
      `${cellList(cells)} 是同一张发票的几行，金额都相同，分不清是每行的还是整张发票的；暂按 ${formatMoney(taken, 'yuan')} 元采用，请对照发票核对`,
      'warning',
    ),
  linesAdded: (cells: readonly string[], sum: Fen) =>
    problem(
      LINES_UNCLEAR,
      `${cellList(cells)} 是同一张发票的几行，金额不同，已相加为 ${formatMoney(sum, 'yuan')} 元，请对照发票核对`,
      'warning',
    ),
  monthsRepeated: (sheet: string, first: string) =>
    problem(
      'ledger-months-repeated',
      `工作表“${sheet}”与“${first}”是同一项目、同一年度，月份有重复，没有合并，分成两册；请核对，只保留要用的一册`,
      'warning',
    ),
  lineRepeated: (cell: string, first: string) =>
    problem(
      'invoice-line-repeated',
      `${cell} 与 ${first} 是同一张发票的相同内容，金额已相加，请核对是否重复列入`,
      'warning',
    ),
} as const;
