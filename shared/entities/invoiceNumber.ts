import type { Invoice, InvoiceKind } from './invoice.ts';

/** Code and number of an invoice as they identify it: half-width, without spaces, upper case. */
export function normaliseInvoiceNumber(text: string): string {
  // Nearly all are plain already, and a table of ten thousand asks for each of them several times.
  if (/^[0-9A-Z]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff-]/g, '')
    .toUpperCase();
}

/**
 * What makes two invoices the same: (代码, 号码); null while the number is missing, or its last digits are gone (many
 * have the same first ones). A 20-digit number is unique by itself, so a code beside it does not make it another invoice.
 */
export function invoiceIdentity(invoice: { readonly code: string; readonly number: string }): string | null {
  const number = normaliseInvoiceNumber(invoice.number);
  if (number === '' || isPowerOfTen(number)) return null;
  return number.length === 20 ? number : `${normaliseInvoiceNumber(invoice.code)}/${number}`;
}

export type NumberForm =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly at: 'code' | 'number';
      readonly message: string;
      /** Digits are gone for certain, whatever the kind. */
      readonly lost: boolean;
    };

/** What a spreadsheet makes of a long number: 2.45E+19. */
function isPowerOfTen(text: string): boolean {
  return text.includes('E') && /^\d(\.\d+)?E\+?\d+$/.test(text);
}

const OK: NumberForm = { ok: true };

/**
 * Whether code and number have the digits their kind prescribes. Null when there is no number yet.
 * 10-digit codes tell the kind at digit 8, 12-digit codes at digits 11 and 12, 20-digit numbers
 * (数电票) at digit 5.
 */
export function invoiceNumberForm(invoice: Pick<Invoice, 'kind' | 'code' | 'number'>): NumberForm | null {
  const code = normaliseInvoiceNumber(invoice.code);
  const number = normaliseInvoiceNumber(invoice.number);
  if (number === '') return null;
  const exponential = [number, code].find(isPowerOfTen);
  if (exponential !== undefined) {
    const at = exponential === number ? 'number' : 'code';
    return { ...wrong(at, `“${exponential}”是表格软件改写成的科学计数法，末尾数字已经丢失`), lost: true };
  }
  return formOfKind(invoice.kind, code, number);
}

function formOfKind(kind: InvoiceKind, code: string, number: string): NumberForm {
  switch (kind) {
    case 'special-paper':
      return paperForm(code, number, [], /^\d{7}[15]\d{2}$/, '专用发票');
    case 'ordinary-paper':
      return paperForm(code, number, ['04', '05'], /^\d{7}[36]\d{2}$/, '普通发票');
    case 'special-electronic':
      return twelveForm(code, number, ['13'], '电子专用发票');
    case 'ordinary-electronic':
      return twelveForm(code, number, ['11'], '电子普通发票');
    case 'roll':
      return twelveForm(code, number, ['06', '07'], '卷式发票');
    case 'special-digital':
    case 'ordinary-digital':
      return digitalForm(code, number);
    case 'toll':
      return isDigital(number) ? digitalForm(code, number) : twelveForm(code, number, ['12'], '通行费发票');
    case 'vehicle':
      return isDigital(number) ? digitalForm(code, number) : twelveForm(code, number, null, '机动车发票');
    case 'unknown':
      return anyForm(code, number);
    // Tickets, fiscal bills and the rest follow no one pattern that could be wrong.
    case 'rail':
    case 'air':
    case 'fiscal':
    case 'other':
      return OK;
  }
}

function paperForm(
  code: string,
  number: string,
  twelveTypes: readonly string[],
  tenDigits: RegExp,
  name: string,
): NumberForm {
  if (code.length === 12 && twelveTypes.length > 0) return twelveForm(code, number, twelveTypes, name);
  if (!/^\d{10}$/.test(code)) {
    const lengths = twelveTypes.length > 0 ? '10 位或 12 位' : '10 位';
    return wrong('code', `${name}的发票代码应为 ${lengths}数字，${counted(code)}`);
  }
  if (!tenDigits.test(code)) {
    return wrong('code', `发票代码第 8 位是 ${code[7]}，不是${name}的代码，请核对发票种类或代码`);
  }
  return eightDigits(number);
}

function twelveForm(code: string, number: string, types: readonly string[] | null, name: string): NumberForm {
  if (!/^\d{12}$/.test(code)) return wrong('code', `${name}的发票代码应为 12 位数字，${counted(code)}`);
  if (types !== null && !types.includes(code.slice(10))) {
    return wrong('code', `发票代码末两位是 ${code.slice(10)}，不是${name}的代码，请核对发票种类或代码`);
  }
  return eightDigits(number);
}

function digitalForm(code: string, number: string): NumberForm {
  if (!isDigital(number)) return wrong('number', `数电票的发票号码应为 20 位数字，${counted(number)}`);
  if (code !== '') return wrong('code', '数电票没有发票代码，请清空发票代码');
  return OK;
}

function anyForm(code: string, number: string): NumberForm {
  if (code === '') {
    if (isDigital(number)) return OK;
    return /^\d{8}$/.test(number)
      ? wrong('code', '8 位号码的发票还需要 10 位或 12 位的发票代码')
      : wrong('number', `发票号码应为 8 位（另有发票代码）或 20 位数字，${counted(number)}`);
  }
  if (!/^(\d{10}|\d{12})$/.test(code))
    return wrong('code', `发票代码应为 10 位或 12 位数字，${counted(code)}`);
  return isDigital(number)
    ? wrong('code', '20 位号码的数电票没有发票代码，请清空发票代码')
    : eightDigits(number);
}

function eightDigits(number: string): NumberForm {
  return /^\d{8}$/.test(number) ? OK : wrong('number', `发票号码应为 8 位数字，${counted(number)}`);
}

function isDigital(number: string): boolean {
  return /^\d{20}$/.test(number);
}

function counted(text: string): string {
  if (text === '') return '现在是空的';
  return /^\d+$/.test(text) ? `现在是 ${text.length} 位` : `“${text}”里有不是数字的字符`;
}

function wrong(at: 'code' | 'number', message: string): NumberForm & { readonly ok: false } {
  return { ok: false, at, message, lost: false };
}
