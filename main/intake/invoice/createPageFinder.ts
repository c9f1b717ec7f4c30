import type { FieldReading, ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import { amountOf } from './amountOf.ts';
import { dateOf } from './dateOf.ts';

/** Words of a page with their place. */
export type FoundText = { readonly text: string; readonly place: ReadingPlace };

type Wanted = Pick<FieldReading, 'field' | 'value'>;

/** Finds where on the pages a value stands that was told without a place. */
export type PageFinder = {
  /** Null for what stands nowhere, or in so many places that any of them would be a guess. */
  readonly place: (wanted: Wanted) => ReadingPlace | null;
  /** Whether a number, date or sum stands anywhere on the pages. */
  readonly stands: (wanted: Wanted) => boolean;
};

/** A label may stand before a value (`发票号码：99999951`). */
export function createPageFinder(texts: readonly FoundText[]): PageFinder {
  const byWords = new Map<string, FoundText[]>();
  const dates: (readonly [string, FoundText])[] = [];
  const amounts: (readonly [number, FoundText])[] = [];
  for (const found of texts) {
    const whole = plain(found.text);
    const value = whole.slice(whole.indexOf(':') + 1);
    for (const words of new Set([whole, value])) {
      const same = byWords.get(words);
      if (same === undefined) byWords.set(words, [found]);
      else same.push(found);
    }
    if (!/^[-\d¥C]/.test(value)) continue;
    const [date, amount] = [dateOf(value), amountOf(value)];
    if (date !== null) dates.push([date, found]);
    if (amount !== null) amounts.push([amount, found]);
  }
  const alike = ({ field, value }: Wanted): readonly FoundText[] => {
    switch (field) {
      case 'netFen':
      case 'taxFen':
      case 'totalFen':
        return amounts.filter(([amount]) => amount === value).map(([, found]) => found);
      case 'issuedOn':
        return dates.filter(([date]) => date === value).map(([, found]) => found);
      case 'code':
      case 'number':
      case 'checkCode':
      case 'buyer.name':
      case 'buyer.taxId':
      case 'seller.name':
      case 'seller.taxId':
        return byWords.get(plain(String(value))) ?? [];
      default:
        return [];
    }
  };
  return {
    stands: (wanted) => alike(wanted).length > 0,
    place: (wanted) => {
      const isSum = wanted.field === 'netFen' || wanted.field === 'taxFen' || wanted.field === 'totalFen';
      return isSum ? placeOfSum(wanted.field, alike(wanted)) : placeOfOnly(alike(wanted));
    },
  };
}

/**
 * The sums bear a ¥ and lines do not; net and tax stand above the total. Where the ¥ is an object of its own, the sums
 * still stand below the lines.
 */
function placeOfSum(field: FieldReading['field'], same: readonly FoundText[]): ReadingPlace | null {
  const marked = same.filter(({ text }) => /[¥￥]/.test(text));
  const sums = onFirstPage(marked.length > 0 ? marked : same);
  if (sums.length > MOST_ALIKE) return null;
  const last = field === 'totalFen' || marked.length === 0;
  return (last ? sums.at(-1) : sums[0])?.place ?? null;
}

/** So often an amount may stand on a page and still be told from the others. */
const MOST_ALIKE = 2;

function placeOfOnly(found: readonly FoundText[]): ReadingPlace | null {
  const first = onFirstPage(found);
  return first.length === 1 ? (first[0]?.place ?? null) : null;
}

/** Every page of an invoice repeats its head. */
function onFirstPage(found: readonly FoundText[]): readonly FoundText[] {
  const pageOf = ({ place }: FoundText): number => (place.on === 'page' ? place.page : 0);
  const first = found[0];
  return first === undefined ? [] : found.filter((each) => pageOf(each) === pageOf(first));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
