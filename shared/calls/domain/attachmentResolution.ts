import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/** Least resolution at which a scan prints legibly on A4. */
const PRINTABLE_DPI = 150;

/** Scanned pages have at least 150 dpi on A4; pages of vectors and text have no resolution to judge. */
export function attachmentResolution(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null || row.value.dpi === null) return null;
  if (row.value.dpi >= PRINTABLE_DPI) return met();
  const dpi = Math.floor(row.value.dpi);
  return unmet({
    compared: {
      left: `${dpi} dpi`,
      right: `${PRINTABLE_DPI} dpi`,
      difference: `${Math.abs(PRINTABLE_DPI - dpi)} dpi`,
    },
  });
}
