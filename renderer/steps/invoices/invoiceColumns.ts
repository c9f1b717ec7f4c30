import { INVOICE_KINDS } from '../../../shared/calls/rowWords.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import { type Invoice, InvoiceKind, type InvoiceParty } from '../../../shared/entities/invoice.ts';
import type { Fen } from '../../../shared/entities/money.ts';
import { choiceColumn } from '../../ui/grid/choiceColumn.ts';
import { dateColumn } from '../../ui/grid/dateColumn.ts';
import { derivedColumn } from '../../ui/grid/derivedColumn.ts';
import type { ColumnWords, GridColumn } from '../../ui/grid/gridColumn.ts';
import { moneyColumn } from '../../ui/grid/moneyColumn.ts';
import { textColumn } from '../../ui/grid/textColumn.ts';

/** Kinds of invoice to choose from, as people call them. */
export const KIND_CHOICES = InvoiceKind.options.map((id) => ({ id, label: INVOICE_KINDS[id] ?? id }));

type MoneyKey = 'netFen' | 'taxFen' | 'totalFen' | 'claimedFen';

function money(key: MoneyKey, words: Omit<ColumnWords, 'id'>): GridColumn<Invoice> {
  return moneyColumn<Invoice>({
    ...words,
    id: key,
    unit: 'yuan',
    get: (row) => row[key],
    set: (row, fen: Fen | null) => ({ ...row, [key]: fen }),
  });
}

function text(
  key: 'code' | 'number' | 'use' | 'voucher' | 'note',
  words: Omit<ColumnWords, 'id'>,
): GridColumn<Invoice> {
  return textColumn<Invoice>({
    ...words,
    id: key,
    get: (row) => row[key],
    set: (row, value) => ({ ...row, [key]: value }),
  });
}

function party(
  side: 'buyer' | 'seller',
  key: keyof InvoiceParty,
  words: Omit<ColumnWords, 'id'>,
): GridColumn<Invoice> {
  return textColumn<Invoice>({
    ...words,
    id: `${side}.${key}`,
    get: (row) => row[side][key],
    set: (row, value) => ({ ...row, [side]: { ...row[side], [key]: value } }),
  });
}

/**
 * Columns of the 发票与投资明细, with the heads finance people's own tables bear. What one works on stands first: beside
 * the side panel of a small screen there is room for number, amount, category, use and seller.
 * @param reviewed how the files of a row have been looked at, in a word
 */
export function invoiceColumns(
  call: Call,
  reviewed: (row: Invoice) => string,
): readonly GridColumn<Invoice>[] {
  return [
    text('number', {
      title: '发票号码',
      aliases: ['号码', '数电发票号码', '数电票号码', '发票号'],
      hint: '8 位数字，数电票 20 位；按文字保存，不会变成科学计数法',
      width: 176,
      pinned: true,
    }),
    money('totalFen', {
      title: '价税合计',
      aliases: ['含税金额', '总金额', '发票金额', '价税合计金额'],
      width: 126,
    }),
    choiceColumn<Invoice>({
      id: 'category',
      title: '投资类别',
      aliases: ['类别', '费用类别'],
      width: 104,
      bulk: true,
      choices: call.investment.categories,
      get: ({ category }) => category,
      set: (row, category) => ({ ...row, category }),
    }),
    text('use', { title: '用途', aliases: ['用途说明', '用途（类别）'], width: 100, bulk: true }),
    party('seller', 'name', {
      title: '销售方',
      aliases: ['销方名称', '销售方名称', '开票单位', '供应商'],
      width: 150,
      bulk: true,
    }),
    party('buyer', 'name', {
      title: '购买方',
      aliases: ['购方名称', '购买方名称'],
      width: 150,
      bulk: true,
    }),
    derivedColumn<Invoice>({
      id: 'reviewed',
      title: '核对',
      hint: '从文件读出的内容有没有人看过；点上面的“核对”逐张看',
      width: 76,
      text: reviewed,
    }),
    money('claimedFen', {
      title: '计入金额',
      aliases: ['计入投资金额', '计入本项目的金额'],
      hint: '计入本项目的部分；留空为整张计入（按所选的含税或不含税口径）',
      width: 126,
      bulk: true,
    }),
    dateColumn<Invoice>({
      id: 'issuedOn',
      title: '开票日期',
      aliases: ['日期', '开具日期'],
      width: 104,
      get: ({ issuedOn }) => issuedOn,
      set: (row, issuedOn) => ({ ...row, issuedOn }),
    }),
    derivedColumn<Invoice>({
      id: 'copies',
      title: '影像',
      hint: '挂在这张发票上的复印件或原件，在详情里挂接',
      width: 84,
      text: ({ copies }) => (copies.length === 0 ? '缺' : `有 ${copies.length} 份`),
      value: ({ copies }) => copies.length,
    }),
    text('code', { title: '发票代码', aliases: ['代码'], hint: '10 或 12 位数字，数电票留空', width: 124 }),
    choiceColumn<Invoice>({
      id: 'kind',
      title: '发票种类',
      aliases: ['种类', '票种', '发票类型', '发票票种'],
      width: 164,
      bulk: true,
      choices: KIND_CHOICES,
      none: 'unknown',
      get: ({ kind }) => kind,
      set: (row, id) => ({ ...row, kind: InvoiceKind.catch('unknown').parse(id) }),
    }),
    money('netFen', { title: '不含税金额', aliases: ['金额', '合计金额'] }),
    money('taxFen', { title: '税额', aliases: ['合计税额'], width: 116 }),
    party('buyer', 'taxId', {
      title: '购买方税号',
      aliases: ['购方税号', '购方识别号', '购买方识别号', '购方纳税人识别号', '购买方纳税人识别号'],
      width: 178,
      bulk: true,
    }),
    party('seller', 'taxId', {
      title: '销售方税号',
      aliases: ['销方税号', '销方识别号', '销售方识别号', '销方纳税人识别号', '销售方纳税人识别号'],
      width: 178,
      bulk: true,
    }),
    text('voucher', { title: '记账凭证号', aliases: ['凭证号', '凭证', '记账凭证'], width: 118, bulk: true }),
    text('note', { title: '备注', width: 150, bulk: true }),
  ];
}
