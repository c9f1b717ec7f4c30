import type { TableReading } from '../entities/tableReading.ts';

/** `开票日、费用内容 2 列没有用上`: what a table holds and nobody read; null when there is nothing of the kind. */
export function unusedInWords({ unused }: Pick<TableReading, 'unused'>): string | null {
  if (unused.length === 0) return null;
  const named = unused.slice(0, NAMED).join('、');
  return `${named}${unused.length > NAMED ? ' 等' : ''} ${unused.length} 列没有用上`;
}

/** Enough to see whether one of them matters; the dialog of columns shows all. */
const NAMED = 6;
