import type { SniffedType } from '../../entities/attachment.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { evidenceOfRows } from './evidenceOfRows.ts';
import { isBound } from './isBound.ts';
import { rowIn } from './rowIn.ts';

/**
 * Only one of an invoice's copies shows the whole of it: the same invoice as PDF and as OFD would be printed twice.
 * A copy that tells no number (the back, a list of goods) is part of another.
 */
export function invoiceBoundOnce(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  const readings = row === null ? undefined : evidenceOfRows(scope).get(row.id);
  if (row === null || readings === undefined) return null;
  const whole = new Set(
    readings.flatMap(({ attachment, fields }) =>
      fields.some(({ field }) => field === 'number') ? [attachment] : [],
    ),
  );
  const files = scope.once('attachments-by-id', ({ application }) => {
    return new Map(application.attachments.map((file) => [file.id, file]));
  });
  const twice = row.value.copies.flatMap((id) => {
    const file = files.get(id);
    return file !== undefined && whole.has(id) && isBound(scope, file) ? [file] : [];
  });
  if (twice.length < 2) return met();
  const formats = [...new Set(twice.map(({ sniffedType }) => FORMATS[sniffedType] ?? '图片'))].join('、');
  return unmet({ column: 'copies', detail: `有 ${twice.length} 份完整的复印件（${formats}）` });
}

const FORMATS: Partial<Readonly<Record<SniffedType, string>>> = { pdf: 'PDF', ofd: 'OFD' };
