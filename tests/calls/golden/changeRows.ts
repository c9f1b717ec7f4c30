import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Application } from '../../../shared/entities/application.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { file, madeUpCode } from './baseApplication.ts';
import { idOfLabel } from './callWords.ts';
import { changeReadings } from './changeReadings.ts';
import { readMoney, readNumber, readText, readYesNo } from './readValue.ts';

type Draft = { -readonly [K in keyof Application]: Application[K] };
type Loose = Record<string, unknown>;

const TABLES = {
  发票: 'invoices',
  预算: 'budget',
  成员: 'consortium',
  辅助账: 'ledger',
  附件: 'attachments',
} as const;
type Word = keyof typeof TABLES;

/** Columns by the words of the tables; the letter tells how the value is read. */
const COLUMNS: Readonly<
  Record<
    string,
    readonly [string, 'text' | 'money' | 'number' | 'yesNo' | 'kind' | 'category' | 'roles' | 'pages']
  >
> = {
  种类: ['kind', 'kind'],
  代码: ['code', 'text'],
  号码: ['number', 'text'],
  开票日期: ['issuedOn', 'text'],
  不含税金额: ['netFen', 'money'],
  税额: ['taxFen', 'money'],
  价税合计: ['totalFen', 'money'],
  计入金额: ['claimedFen', 'money'],
  购买方名称: ['buyer.name', 'text'],
  购买方税号: ['buyer.taxId', 'text'],
  类别: ['category', 'category'],
  用途: ['use', 'text'],
  凭证号: ['voucher', 'text'],
  复印件: ['copies', 'text'],
  冲红号码: ['redLetterOf', 'text'],
  内容: ['item', 'text'],
  金额: ['amountFen', 'money'],
  理由: ['reason', 'text'],
  牵头: ['lead', 'yesNo'],
  名称: ['name', 'text'],
  统一社会信用代码: ['code', 'text'],
  角色: ['roles', 'roles'],
  电话: ['phone', 'text'],
  日期: ['date', 'text'],
  凭证号数: ['voucherNumber', 'text'],
  摘要: ['summary', 'text'],
  凭证金额: ['voucherFen', 'money'],
  归集金额: ['collectedFen', 'money'],
  贷方金额: ['creditFen', 'money'],
  余额: ['balanceFen', 'money'],
  人员人工费用: ['details.personnel', 'money'],
  直接投入费用: ['details.materials', 'money'],
  合计的凭证金额: ['printedTotals.voucherFen', 'money'],
  汇总表金额: ['summaryFen', 'money'],
  已加密: ['encrypted', 'yesNo'],
  页数: ['pages', 'number'],
  字节: ['bytes', 'number'],
  分辨率: ['dpi', 'number'],
  旋转: ['rotate', 'number'],
  空白页: ['blankPages', 'pages'],
};

const KINDS: Readonly<Record<string, string>> = {
  增值税专用发票: 'special-paper',
  电子普通发票: 'ordinary-electronic',
  '数电票（专用）': 'special-digital',
  铁路电子客票: 'rail',
  航空行程单: 'air',
};

/** Pages that do not stand upright, as intake tells of them. */
const TURNED: Readonly<Record<string, Attachment['problems'][number]>> = {
  上下颠倒: { code: 'page-upside-down', message: '第 1 页上下颠倒，装订前请旋转 180°', severity: 'warning' },
  横着放: { code: 'page-sideways', message: '第 1 页横着放，装订前请旋转到正向', severity: 'warning' },
};

/** `发票2的开票日期 = 2017-12-31`, `辅助账1第2行的日期 = …`, `删除全部发票`, `删除附件“营业执照”`, `增加发票：同发票1`, `增加成员：其他单位`. */
export function changeRows(call: Call, draft: Draft, statement: string): void {
  if (changeReadings(draft, statement)) return;
  const set = /^(发票|预算|成员|辅助账|附件)(\d+|“[^”]+”)(?:第(\d+)行)?的(.+?) = (.+)$/.exec(statement);
  if (set !== null) {
    const [, word = '', which = '', line, column = '', value = ''] = set;
    const row = findRow(call, draft, word as Word, which);
    setColumn(call, line === undefined ? row : rowsIn(row)[Number(line) - 1], column, value, statement);
    return;
  }
  const drop = /^删除(全部)?(发票|预算|成员|辅助账|附件)(\d+|“[^”]+”)?$/.exec(statement);
  if (drop !== null) {
    const [, all, word = '', which = ''] = drop;
    const table = draft[TABLES[word as Word]] as unknown[];
    if (all !== undefined) table.length = 0;
    else table.splice(table.indexOf(findRow(call, draft, word as Word, which)), 1);
    return;
  }
  const turned = /^附件“([^”]+)”第1页(.+)$/.exec(statement);
  const problem = TURNED[turned?.[2] ?? ''];
  if (turned !== null && problem !== undefined) {
    (findRow(call, draft, '附件', `“${turned[1]}”`) as { problems: unknown[] }).problems.push(problem);
    return;
  }
  addRow(call, draft, statement);
}

function addRow(call: Call, draft: Draft, statement: string): void {
  const invoice = /^增加发票：同发票(\d+)$/.exec(statement);
  const member = /^增加成员：(.+)$/.exec(statement);
  const ledgerRow = /^增加辅助账1的行：同第(\d+)行$/.exec(statement);
  const attachment = /^增加附件：(.+)$/.exec(statement);
  if (invoice !== null) {
    const source = draft.invoices[Number(invoice[1]) - 1];
    if (source === undefined) throw new Error(statement);
    const n = draft.invoices.length + 1;
    draft.invoices = [...draft.invoices, { ...structuredClone(source), id: `invoice-${n}` }];
  } else if (ledgerRow !== null) {
    const rows = rowsIn(draft.ledger[0]);
    rows.push({
      ...(structuredClone(rows[Number(ledgerRow[1]) - 1]) as Loose),
      id: `row-${rows.length + 1}`,
    });
  } else if (member !== null) {
    const n = draft.consortium.length + 1;
    draft.consortium = [
      ...draft.consortium,
      {
        id: `unit-${n}`,
        lead: false,
        name: `重庆示例第${n}有限公司`,
        code: madeUpCode(n + 10),
        roles: member[1] === '未定' ? [] : [idOfLabel(call.memberRoles, member[1] ?? '')],
        address: '',
        contact: '',
        phone: '',
        task: '',
        introduction: '',
      },
    ];
  } else if (attachment !== null) {
    const kind = idOfLabel(call.attachments, attachment[1] ?? '');
    draft.attachments = [...draft.attachments, file(kind, 90 + draft.attachments.length)];
  } else throw new Error(`words the golden tables do not know: ${statement}`);
}

function findRow(call: Call, draft: Draft, word: Word, which: string): unknown {
  const table = draft[TABLES[word]] as readonly unknown[];
  const label = /^“(.+)”$/.exec(which)?.[1];
  const row =
    label === undefined
      ? table[Number(which) - 1]
      : draft.attachments.find((entry) => entry.kind === idOfLabel(call.attachments, label));
  if (row === undefined) throw new Error(`there is no ${word}${which}`);
  return row;
}

function rowsIn(ledger: unknown): unknown[] {
  return (ledger as { rows: unknown[] }).rows;
}

function setColumn(call: Call, row: unknown, column: string, value: string, statement: string): void {
  const known = COLUMNS[column];
  if (known === undefined || row === undefined) throw new Error(`no such cell: ${statement}`);
  const [path, how] = known;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = row as Loose;
  for (const step of steps) at = at[step] as Loose;
  // A cost group without an amount is not kept at all.
  if (value === '空' && path.startsWith('details.')) delete at[last];
  else at[last] = value === '空' ? empty(path) : read();

  function read(): unknown {
    switch (how) {
      case 'money':
        return readMoney(value);
      case 'number':
        return readNumber(value);
      case 'yesNo':
        return readYesNo(value);
      case 'kind':
        return KINDS[value] ?? value;
      case 'category':
        return call.investment.categories.find((entry) => entry.label === value)?.id ?? value;
      case 'pages':
        return value.split('、').map(Number);
      case 'roles':
        return value === '未定' ? [] : value.split('、').map((name) => idOfLabel(call.memberRoles, name));
      case 'text':
        if (path === 'copies') return [readText(value)];
        if (path === 'redLetterOf') return { code: '5000191130', number: value };
        return readText(value);
    }
  }
}

/** What an empty cell holds: null for dates, amounts and page counts, else no text. */
function empty(path: string): unknown {
  if (path === 'redLetterOf' || /Fen$|^(issuedOn|date|pages|dpi)$/.test(path)) return null;
  return path === 'roles' || path === 'copies' ? [] : '';
}
