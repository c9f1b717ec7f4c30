import type { FieldReading, ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import { amountOf } from './amountOf.ts';
import { dateOf } from './dateOf.ts';

/** Words of a page with their place. */
export type FoundText = { readonly text: string; readonly place: ReadingPlace };

/** Finds where on the pages a value stands that was told without a place. */
export type PageFinder = (wanted: Pick<FieldReading, 'field' | 'value'>) => ReadingPlace | null;

/**
 * The finder gives null for what stands nowhere, or in so many places that any of them would be a guess. A label may
 * stand before a value (`发票号码：99999951`).
 */
export function createPageFinder(texts: readonly FoundText[]): PageFinder {
  const byWords = new Map<string, FoundText[]>();
  const dates: (readonly [string, FoundText])[] = [];
  const amounts: (readonly [number, FoundText])[] = [];
  for (const found of texts) {
    const whole = plain(found.text);
    const value = whole.slice(whole.indexOf(':') + 1);
    for (const words of new Set([whole, value])) byWords.set(words, [...(byWords.get(words) ?? []), found]);
    if (!/^[-\d¥C]/.test(value)) continue;
    const [date, amount] = [dateOf(value), amountOf(value)];
    if (date !== null) dates.push([date, found]);
    if (amount !== null) amounts.push([amount, found]);
  }
  return ({ field, value }) => {
    switch (field) {
      case 'netFen':
      case 'taxFen':
      case 'totalFen': {
        const same = amounts.filter(([amount]) => amount === value).map(([, found]) => found);
        return placeOfSum(field, same);
      }
      case 'issuedOn':
        return placeOfOnly(dates.filter(([date]) => date === value).map(([, found]) => found));
      case 'code':
      case 'number':
      case 'checkCode':
      case 'buyer.name':
      case 'buyer.taxId':
      case 'seller.name':
      case 'seller.taxId':
        return placeOfOnly(byWords.get(plain(String(value))) ?? []);
      default:
        return null;
    }
  };
}

/** The sums bear a ¥, lines do not; net and tax stand above the total. */
function placeOfSum(field: FieldReading['field'], same: readonly FoundText[]): ReadingPlace | null {
  const marked = same.filter(({ text }) => /[¥￥]/.test(text));
  const candidates = marked.length > 0 ? marked : same;
  if (candidates.length > 2) return null;
  return (field === 'totalFen' ? candidates.at(-1) : candidates[0])?.place ?? null;
}

function placeOfOnly(found: readonly FoundText[]): ReadingPlace | null {
  return found.length === 1 ? (found[0]?.place ?? null) : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
