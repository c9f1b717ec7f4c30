import type { TableReading } from '../entities/tableReading.ts';

/** Whether the user said that this sheet is no table for us: it is shown, and gives no rows. */
export function isLeftOut({ sheet, mapping }: TableReading): boolean {
  return mapping.without?.includes(sheet) === true;
}
