import type { FileReading } from '../entities/fileReading.ts';
import { isLeftOut } from './isLeftOut.ts';

/** Whether the user said of all that a file holds for us that it is not to be used. */
export function isAllLeftOut({ invoices, tables, ledger, summary }: FileReading): boolean {
  return (
    invoices.length + ledger.length + summary.length === 0 && tables.length > 0 && tables.every(isLeftOut)
  );
}
