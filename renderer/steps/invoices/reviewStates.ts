import type { InvoiceReading } from '../../../shared/entities/invoiceReading.ts';
import { INVOICE_FIELD_WORDS, SOURCE_WORDS, valueInWords } from '../../../shared/evidence/evidenceWords.ts';
import type { ReviewItem, ReviewState } from '../../../shared/evidence/reviewQueue.ts';
import { isContradicted } from '../../../shared/evidence/rowEvidence.ts';
import type { CellMark, GridMarks } from '../../ui/grid/gridMarks.ts';

/** How the files of a row have been looked at; `none`: no file tells of it. */
export type RowReview = ReviewState | 'confirmed' | 'none';

const WORDS: Readonly<Record<RowReview, string>> = {
  contradiction: '有矛盾',
  doubtful: '存疑',
  silent: '没读出',
  fine: '待核对',
  confirmed: '已核对',
  none: '',
};

export type RowReviews = {
  readonly of: (row: string) => RowReview;
  readonly words: (row: string) => string;
  /** Marks on the column that tells it, of rows that want more than a glance. */
  readonly marks: GridMarks;
};

/** How each row stands to the queue. */
export function rowReviews(queue: readonly ReviewItem[], readings: readonly InvoiceReading[]): RowReviews {
  const waiting = new Map(queue.flatMap((item) => (item.invoice === null ? [] : [[item.invoice, item]])));
  const told = new Set(readings.flatMap(({ invoice }) => invoice ?? []));
  const of = (row: string): RowReview => waiting.get(row)?.state ?? (told.has(row) ? 'confirmed' : 'none');
  const marks = new Map(
    [...waiting].flatMap(([row, item]) => {
      const mark = markOf(item);
      return mark === null ? [] : [[row, new Map([['reviewed', mark]])]];
    }),
  );
  return { of, words: (row) => WORDS[of(row)], marks };
}

function markOf({ state, fields }: ReviewItem): CellMark | null {
  if (state === 'contradiction') {
    const messages = fields
      .filter(isContradicted)
      .map(({ field, value, reading, contradicting, inRow, differs, ofAnother }) => {
        const other = contradicting[0];
        const against =
          other !== undefined
            ? `${SOURCE_WORDS[other.source]}是 ${valueInWords(field, other.value)}`
            : differs && inRow !== null
              ? `表里是 ${valueInWords(field, inRow)}`
              : ofAnother
                ? '但这份文件写的是另一方'
                : '';
        return `${INVOICE_FIELD_WORDS[field]}：${SOURCE_WORDS[reading.source]}是 ${valueInWords(field, value)}，${against}。`;
      });
    return { level: 'warning', messages };
  }
  if (state !== 'doubtful') return null;
  const names = fields
    .filter(({ confidence }) => confidence === 'doubtful')
    .map(({ field }) => INVOICE_FIELD_WORDS[field]);
  return { level: 'hint', messages: [`${names.join('、')}读得不确定，请对照影像看一遍。`] };
}
