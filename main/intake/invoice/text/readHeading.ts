import { IsoDate } from '../../../../shared/entities/dates.ts';
import { findLabels, type Label } from '../../words/findLabels.ts';
import type { Layout } from '../../words/layOut.ts';
import { type Beside, lettersAfter } from '../../words/lettersAfter.ts';
import { boxAround } from '../../words/segment.ts';
import type { TextField } from './textField.ts';

/** Labels of the form: a value never reaches into one of them. */
export const ANY_LABEL =
  /^(发票代码|发票号码|开票日期|填开日期|校验码|机器编号|名称|购买方|销售方|纳税人识别号|统一社会信用代码|地址|电话|开户行|收款人|复核|开票人|备注|密码区|价税合计|合计|小计|大写|\((大写|小写)\))/;

/** 发票代码, 发票号码, 开票日期, 校验码. */
export function readHeading(layout: Layout): TextField[] {
  return [
    ...readAll(layout, /发票代码/, codeOf),
    ...readAll(layout, /发票号码/, numberOf),
    ...readAll(layout, /(?:开票|填开)日期/, dateOf),
    ...readAll(layout, /校验码/, checkCodeOf),
  ];
}

type Found = Omit<TextField, 'box'> & {
  /** Characters of the plain text it takes. */
  readonly length: number;
};

function readAll(layout: Layout, label: RegExp, read: (text: string) => Found | null): TextField[] {
  return findLabels(layout, label).flatMap((found) => {
    // 对应正数发票代码, 原发票号码: the number of another invoice.
    if (/\p{Script=Han}/u.test(found.before)) return [];
    const beside = lettersAfter(layout, found, { reach: 14, gap: 2.6, stop: ANY_LABEL });
    const value = beside && read(beside.plain);
    if (beside === null || value === null) return [];
    const { length, ...field } = value;
    return [{ ...field, confidence: trusted(found, field.confidence), box: boxOfFirst(beside, length) }];
  });
}

/** Words inside of a sentence are no label of a form. */
function trusted(label: Label, confidence: TextField['confidence']): TextField['confidence'] {
  return label.before === '' || /[\da-z]/i.test(label.before) ? confidence : 'doubtful';
}

/** The place of the first so many characters. */
export function boxOfFirst(beside: Beside, length: number) {
  return boxAround(beside.letters.slice(0, Math.max(1, Math.min(length, beside.letters.length))));
}

function codeOf(text: string): Found | null {
  const [, digits] = /^(\d{8,14})(?!\d)/.exec(text) ?? [];
  if (digits === undefined) return null;
  const whole = digits.length === 10 || digits.length === 12;
  return { field: 'code', value: digits, confidence: whole ? 'likely' : 'doubtful', length: digits.length };
}

function numberOf(text: string): Found | null {
  const [, digits] = /^(?:№|No\.?)?(\d{6,24})(?!\d)/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const whole = digits.length === 8 || digits.length === 20;
  return {
    field: 'number',
    value: digits,
    confidence: whole ? 'likely' : 'doubtful',
    length: text.indexOf(digits) + digits.length,
  };
}

function dateOf(text: string): Found | null {
  const match = /^(\d{4})(?:年|[-./])?(\d{1,2})(?:月|[-./])?(\d{1,2})日?/.exec(text);
  if (match === null) return null;
  const [all, year = '', month = '', day = ''] = match;
  const date = IsoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
  // Without separators only eight digits are a date.
  if (date === undefined || (/^\d+$/.test(all) && all.length !== 8)) return null;
  return { field: 'issuedOn', value: date, confidence: 'likely', length: all.length };
}

function checkCodeOf(text: string): Found | null {
  const [, digits] = /^(\d{20})(?!\d)/.exec(text) ?? [];
  return digits === undefined
    ? null
    : { field: 'checkCode', value: digits, confidence: 'likely', length: 20 };
}
