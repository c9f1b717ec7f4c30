import { assertNever } from '../assertNever.ts';
import type { FieldReading, ReadingSource } from '../entities/invoiceReading.ts';

/** Sources that fail together count once: all data of an issuing system, the QR code, the words on the page, a list. */
export type SourceFamily = 'data' | 'qr' | 'text' | 'list';

export function sourceFamily(source: ReadingSource): SourceFamily {
  switch (source) {
    case 'xml':
    case 'xbrl':
    case 'ofd-original-invoice':
    case 'ofd-custom-data':
    case 'pdf-metadata':
      return 'data';
    case 'qr':
      return 'qr';
    // Tags only point at words on the page, so they agree with them by their nature.
    case 'ofd-tags':
    case 'pdf-text':
    case 'ofd-text':
      return 'text';
    case 'sheet':
      return 'list';
    default:
      return assertNever(source);
  }
}

/** What can be misread, or was typed by a person, is never certain by itself, whatever its reader says. */
export function cannotBeMisread({ source, confidence }: FieldReading): boolean {
  if (confidence !== 'certain') return false;
  const family = sourceFamily(source);
  return family === 'data' || family === 'qr' || source === 'ofd-tags';
}
