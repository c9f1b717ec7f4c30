import type { FieldReading, ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import { amountOf } from './amountOf.ts';
import { dateOf } from './dateOf.ts';

/** Words of a page with their place. */
export type FoundText = { readonly text: string; readonly place: ReadingPlace };

/**
 * Where on the pages a value stands that was told by data without a place; null when it stands nowhere, or in so many
 * places that any of them would be a guess. A label may stand before the value (`发票号码：99999951`).
 */
export function findOnPage(
  { field, value }: Pick<FieldReading, 'field' | 'value'>,
  texts: readonly FoundText[],
): ReadingPlace | null {
  switch (field) {
    case 'netFen':
    case 'taxFen':
    case 'totalFen':
      return findAmount(field, value, texts);
    case 'issuedOn':
      return only(texts.filter(({ text }) => dateOf(withoutLabel(text)) === value));
    case 'code':
    case 'number':
    case 'checkCode':
    case 'buyer.name':
    case 'buyer.taxId':
    case 'seller.name':
    case 'seller.taxId': {
      const wanted = plain(String(value));
      return only(texts.filter(({ text }) => plain(text) === wanted || plain(withoutLabel(text)) === wanted));
    }
    default:
      return null;
  }
}

/** The sums bear a ¥, lines do not; net and tax stand above the total. */
function findAmount(
  field: FieldReading['field'],
  value: FieldReading['value'],
  texts: readonly FoundText[],
): ReadingPlace | null {
  const same = texts.filter(({ text }) => amountOf(withoutLabel(text)) === value);
  const marked = same.filter(({ text }) => /[¥￥]/.test(text));
  const candidates = marked.length > 0 ? marked : same;
  if (candidates.length > 2) return null;
  return (field === 'totalFen' ? candidates.at(-1) : candidates[0])?.place ?? null;
}

function only(found: readonly FoundText[]): ReadingPlace | null {
  return found.length === 1 ? (found[0]?.place ?? null) : null;
}

function withoutLabel(text: string): string {
  return text.replace(/^[^:：]*[:：]/, '');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
