import type { Attachment } from '../../shared/entities/attachment.ts';
import type { InvoiceFieldName, InvoiceReading } from '../../shared/entities/invoiceReading.ts';
import { valueInWords } from '../../shared/evidence/evidenceWords.ts';
import type { FieldEvidence, SourcedReading } from '../../shared/evidence/rowEvidence.ts';
import { sameFact } from '../../shared/evidence/sameFact.ts';
import { FIELD_NAMES, SOURCE_NAMES } from './evidenceWords.ts';
import type { PageBox, PagePlace } from './PageView.tsx';

/** A page of a copy of an invoice. */
export type InvoicePage = { readonly file: Attachment; readonly page: number };

/** A value as it stands on a page of a file. */
export type PlacedValue = { readonly attachment: string; readonly place: PagePlace };

/** Pages an invoice stands on: of files that hold several invoices its own, of others all of them. */
export function pagesOfInvoice(
  files: readonly Attachment[],
  readings: readonly InvoiceReading[],
): readonly InvoicePage[] {
  return files.flatMap((file) => {
    const told = [
      ...new Set(readings.flatMap(({ attachment, pages }) => (attachment === file.id ? pages : []))),
    ];
    const count = file.pages ?? 0;
    const pages = told.length > 0 ? told : Array.from({ length: count }, (_, index) => index + 1);
    return pages.filter((page) => page <= count).map((page) => ({ file, page }));
  });
}

const WORDS_ON_PAGE: ReadonlySet<string> = new Set([
  'pdf-text',
  'ofd-text',
  'ofd-tags',
  'ofd-custom-data',
  'ofd-original-invoice',
]);

/** Where on the pages a value stands, first as words that can be read, then as a code. */
export function placesOf(
  readings: readonly InvoiceReading[],
  field: InvoiceFieldName,
  value: string | number,
): readonly (PlacedValue & { readonly inWords: boolean })[] {
  return readings
    .flatMap(({ attachment, fields }) =>
      fields.flatMap((one) =>
        one.field === field && one.place?.on === 'page' && sameFact(field, one.value, value)
          ? [{ attachment, place: one.place, inWords: WORDS_ON_PAGE.has(one.source) }]
          : [],
      ),
    )
    .toSorted((a, b) => Number(b.inWords) - Number(a.inWords));
}

/** Rectangles on one page: every value that was read there, the one in focus and what speaks against it foremost. */
export function boxesOn(
  { file, page }: InvoicePage,
  evidence: readonly FieldEvidence[],
  readings: readonly InvoiceReading[],
  focus: InvoiceFieldName | null,
): readonly PageBox[] {
  const isHere = (attachment: string, place: PagePlace): boolean =>
    attachment === file.id && place.page === page;
  return evidence.flatMap(({ field, value, contradicting }): PageBox[] => {
    const found = placesOf(readings, field, value).find((one) => isHere(one.attachment, one.place));
    const label = `${FIELD_NAMES[field]}：${valueInWords(field, value)}`;
    const own: PageBox[] =
      found === undefined
        ? []
        : [{ key: field, place: found.place, label, tone: field === focus ? 'focus' : 'plain' }];
    if (field !== focus) return own;
    const against = contradicting.flatMap((one, index): PageBox[] =>
      one.place?.on === 'page' && isHere(one.attachment, one.place)
        ? [{ key: `${field} ${index}`, place: one.place, label: againstInWords(one), tone: 'against' }]
        : [],
    );
    return [...own, ...against];
  });
}

function againstInWords({ field, value, source }: SourcedReading): string {
  return `${SOURCE_NAMES[source]}读出的是 ${valueInWords(field, value)}`;
}
