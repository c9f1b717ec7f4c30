import { IsoDate } from '../../../shared/entities/dates.ts';
import type { InvoiceKind } from '../../../shared/entities/invoice.ts';
import { invoiceKindByNumbers } from '../../../shared/entities/invoiceKindByNumbers.ts';
import type { FieldReading } from '../../../shared/entities/invoiceReading.ts';
import { parseMoney } from '../../../shared/entities/money.ts';

type Told = {
  readonly kind: InvoiceKind;
  /** Which of the invoice's amounts the code carries. */
  readonly amount: 'netFen' | 'totalFen';
  /** Seen on real files; what is only said to be so is never certain. */
  readonly seen: boolean;
};

/** The second part of the payload (domain.md section 1). */
const TOLD_BY: Readonly<Record<string, Told>> = {
  '01': { kind: 'special-paper', amount: 'netFen', seen: true },
  '04': { kind: 'ordinary-paper', amount: 'netFen', seen: true },
  '10': { kind: 'ordinary-electronic', amount: 'netFen', seen: true },
  '11': { kind: 'roll', amount: 'netFen', seen: true },
  '14': { kind: 'toll', amount: 'netFen', seen: true },
  '08': { kind: 'special-electronic', amount: 'netFen', seen: false },
  '20': { kind: 'special-electronic', amount: 'netFen', seen: false },
  '31': { kind: 'special-digital', amount: 'totalFen', seen: true },
  '32': { kind: 'ordinary-digital', amount: 'totalFen', seen: true },
  '33': { kind: 'vehicle', amount: 'totalFen', seen: false },
  '34': { kind: 'vehicle', amount: 'totalFen', seen: false },
  '51': { kind: 'rail', amount: 'totalFen', seen: false },
  '61': { kind: 'air', amount: 'totalFen', seen: false },
};

/** Longer texts are no invoice's; the longest real payload has some 80 characters. */
const MAX_LENGTH = 200;

/**
 * The fields of an invoice's QR code, `01,种类,代码,号码,金额,YYYYMMDD,校验码,CRC[,]`, without a place; null for any
 * other text: URLs, 财政票据 (`CZ…`), codes of a shop. A part that is malformed is left out, an amount of a kind that
 * is not known too, since nothing says whether tax is in it.
 */
export function parseInvoiceQr(text: string): FieldReading[] | null {
  if (text.length > MAX_LENGTH) return null;
  const parts = text
    .trim()
    .split(/[,，]/)
    .map((part) => part.trim());
  const [version, type = '', code = '', number = '', amount = '', date = '', checkCode = ''] = parts;
  if (version !== '01' || !/^\d{2}$/.test(type) || parts.length < 7 || parts.length > 9) return null;
  const digital = code === '' && /^\d{20}$/.test(number);
  const coded = /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number);
  if (!digital && !coded) return null;
  const issuedOn = IsoDate.safeParse(date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')).data;
  if (issuedOn === undefined) return null;

  const told = TOLD_BY[type];
  const fen = /^-?\d+(\.\d{1,2})?$/.test(amount) ? parseMoney(amount, 'yuan') : null;
  const fields = [kindOf(told, code, number)];
  if (coded) fields.push(certain('code', code));
  fields.push(certain('number', number), certain('issuedOn', issuedOn));
  if (told !== undefined && fen !== null)
    fields.push({ ...certain(told.amount, fen), confidence: told.seen ? 'certain' : 'likely' });
  if (/^\d{20}$/.test(checkCode)) fields.push(certain('checkCode', checkCode));
  return fields.filter((field) => field !== null);
}

/** Code and number may tell the kind closer than the payload (a toll invoice is a 普票), or speak against it. */
function kindOf(told: Told | undefined, code: string, number: string): FieldReading | null {
  const byNumbers = invoiceKindByNumbers(code, number);
  if (told === undefined)
    return byNumbers === null ? null : { ...certain('kind', byNumbers), confidence: 'likely' };
  if (byNumbers === null || byNumbers === told.kind)
    return { ...certain('kind', told.kind), confidence: told.seen ? 'certain' : 'likely' };
  const closer = byNumbers === 'toll' && /^(ordinary|special)-/.test(told.kind);
  return closer
    ? { ...certain('kind', 'toll'), confidence: 'likely' }
    : { ...certain('kind', told.kind), confidence: 'doubtful' };
}

function certain(field: FieldReading['field'], value: string | number): FieldReading {
  return { field, value, source: 'qr', confidence: 'certain', place: null };
}
