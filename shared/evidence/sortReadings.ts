import type { AttachmentReading, FileReading } from '../entities/fileReading.ts';
import type { InvoiceReading } from '../entities/invoiceReading.ts';
import { failedToRead } from './failedToRead.ts';
import { sheetInWords } from './sheetInWords.ts';

/** A file, or a sheet of it, that told something before and could not be read now. */
export type FailedReading = {
  /** Id of the attachment. */
  readonly attachment: string;
  /** In words, without a full stop. */
  readonly why: string;
};

/** What is to be taken in of what was read, and which earlier readings that replaces. */
export type SortedReadings = {
  /** Each file once. */
  readonly taken: readonly AttachmentReading[];
  readonly failed: readonly FailedReading[];
  readonly isReplaced: (earlier: InvoiceReading) => boolean;
};

/**
 * Leaves out what failed where something was read before: a file does not change in the draft, so what it told is as
 * true as it was. The same goes for single sheets whose columns want to be chosen.
 */
export function sortReadings(
  before: readonly InvoiceReading[],
  given: readonly AttachmentReading[],
): SortedReadings {
  const told = new Set(before.flatMap(({ attachment, fields }) => (fields.length > 0 ? [attachment] : [])));
  const sheets = new Set(before.flatMap((one) => sheetOf(one) ?? []));
  const taken: AttachmentReading[] = [];
  const failed: FailedReading[] = [];
  const lacking = new Map<string, ReadonlySet<string>>();
  // A file that is named twice was read twice: the later reading holds.
  for (const one of new Map(given.map((each) => [each.attachment, each])).values()) {
    const { attachment, reading } = one;
    const why = told.has(attachment) ? failedToRead(reading) : null;
    if (why !== null) {
      failed.push({ attachment, why });
      continue;
    }
    taken.push(one);
    const held = told.has(attachment) ? lackingSheets(reading).filter((sheet) => sheets.has(sheet)) : [];
    lacking.set(attachment, new Set(held));
    if (held.length > 0)
      failed.push({ attachment, why: `${held.map(sheetInWords).join('、')}还有需要的列没有选定` });
  }
  return {
    taken,
    failed,
    isReplaced: (earlier) => {
      const held = lacking.get(earlier.attachment);
      return held !== undefined && !held.has(sheetOf(earlier) ?? '');
    },
  };
}

function lackingSheets({ tables }: FileReading): readonly string[] {
  return tables.flatMap(({ sheet, missing }) => (missing.length > 0 ? [sheet] : []));
}

/** The sheet a row of a list stands on. */
function sheetOf({ fields }: InvoiceReading): string | null {
  for (const { place } of fields) if (place?.on === 'cell') return place.sheet;
  return null;
}
