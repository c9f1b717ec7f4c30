import { assertNever } from '../assertNever.ts';
import { IsoDate } from '../entities/dates.ts';
import { type Invoice, InvoiceKind } from '../entities/invoice.ts';
import type { InvoiceFieldName } from '../entities/invoiceReading.ts';

/** What a row says of a field; null when it says nothing. */
export function fieldOf(invoice: Invoice, field: InvoiceFieldName): string | number | null {
  switch (field) {
    case 'kind':
      return invoice.kind === 'unknown' ? null : invoice.kind;
    case 'buyer.name':
      return said(invoice.buyer.name);
    case 'buyer.taxId':
      return said(invoice.buyer.taxId);
    case 'seller.name':
      return said(invoice.seller.name);
    case 'seller.taxId':
      return said(invoice.seller.taxId);
    case 'redLetterOf.code':
      return said(invoice.redLetterOf?.code ?? '');
    case 'redLetterOf.number':
      return said(invoice.redLetterOf?.number ?? '');
    case 'issuedOn':
    case 'netFen':
    case 'taxFen':
    case 'totalFen':
    case 'claimedFen':
      return invoice[field];
    case 'code':
    case 'number':
    case 'checkCode':
    case 'category':
    case 'use':
    case 'voucher':
    case 'note':
      return said(invoice[field]);
    default:
      return assertNever(field);
  }
}

/**
 * The row with a field's value, null takes it out. A value that is none of the field's (text for an amount, a day
 * that does not exist) changes nothing: readers are not trusted. `category` takes an id of the call.
 */
export function withField(invoice: Invoice, field: InvoiceFieldName, value: string | number | null): Invoice {
  switch (field) {
    case 'kind': {
      const kind = InvoiceKind.safeParse(value ?? 'unknown');
      return kind.success ? { ...invoice, kind: kind.data } : invoice;
    }
    case 'issuedOn': {
      const day = IsoDate.nullable().safeParse(value);
      return day.success ? { ...invoice, issuedOn: day.data } : invoice;
    }
    case 'netFen':
    case 'taxFen':
    case 'totalFen':
    case 'claimedFen':
      return typeof value === 'string' ? invoice : { ...invoice, [field]: value };
    case 'code':
    case 'number':
    case 'checkCode':
    case 'category':
    case 'use':
    case 'voucher':
    case 'note':
      return typeof value === 'number' ? invoice : { ...invoice, [field]: value ?? '' };
    case 'buyer.name':
    case 'seller.name':
    case 'buyer.taxId':
    case 'seller.taxId': {
      if (typeof value === 'number') return invoice;
      const side = field.startsWith('buyer') ? 'buyer' : 'seller';
      const part = field.endsWith('name') ? 'name' : 'taxId';
      return { ...invoice, [side]: { ...invoice[side], [part]: value ?? '' } };
    }
    case 'redLetterOf.code':
    case 'redLetterOf.number': {
      if (typeof value === 'number') return invoice;
      const blue = invoice.redLetterOf ?? { code: '', number: '' };
      const part = field === 'redLetterOf.code' ? 'code' : 'number';
      const next = { ...blue, [part]: value ?? '' };
      return { ...invoice, redLetterOf: next.code === '' && next.number === '' ? null : next };
    }
    default:
      return assertNever(field);
  }
}

function said(text: string): string | null {
  return text.trim() === '' ? null : text;
}
