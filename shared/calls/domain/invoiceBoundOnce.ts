import type { SniffedType } from '../../entities/attachment.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { evidenceOfRows } from './evidenceOfRows.ts';
import { isBound } from './isBound.ts';
import { rowIn } from './rowIn.ts';

/**
 * Only one of an invoice's copies shows the whole of it: the same invoice as PDF and as OFD would be printed twice.
 * Two files of one format may be its pages, a photo its stamped print: nobody is told to take those out.
 */
export function invoiceBoundOnce(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  const readings = row === null ? undefined : evidenceOfRows(scope).get(row.id);
  if (row === null || readings === undefined) return null;
  const told = Map.groupBy(readings, ({ attachment }) => attachment);
  const isWhole = (id: string): boolean => {
    const fields = (told.get(id) ?? []).flatMap((reading) => reading.fields.map(({ field }) => field));
    return fields.includes('number') && fields.includes('totalFen');
  };
  const files = scope.once('attachments-by-id', ({ application }) => {
    return new Map(application.attachments.map((file) => [file.id, file]));
  });
  const formats = new Set(
    row.value.copies.flatMap((id) => {
      const file = files.get(id);
      return file !== undefined && isWhole(id) && isBound(scope, file) ? [file.sniffedType] : [];
    }),
  );
  return FORMATS.every((format) => formats.has(format))
    ? unmet({ column: 'copies', detail: '既有 PDF 又有 OFD 版式文件' })
    : met();
}

const FORMATS: readonly SniffedType[] = ['pdf', 'ofd'];
