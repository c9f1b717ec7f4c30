import { z } from 'zod';
import { TableMapping } from '../../shared/entities/tableReading.ts';
import type { Shelf } from './shelf.ts';

/** How columns of tables are to be understood, as users of this machine corrected them; one for each kind of head. */
export type ColumnMappings = {
  /** The one remembered last comes first. */
  readonly list: () => readonly TableMapping[];
  /** Takes the place of what was remembered for the same heads; what a choice says nothing of stays. */
  readonly remember: (mappings: readonly TableMapping[]) => void;
};

/** A company's accounting programs print a handful of layouts; what was not used for so long makes room. */
const MOST = 200;

/** The mappings of a shelf, in `column-mappings.json`. */
export function createColumnMappings(shelf: Shelf): ColumnMappings {
  const kept = shelf.keep<readonly TableMapping[]>('column-mappings', z.array(TableMapping), []);
  return {
    list: () => kept.read(),
    remember: (mappings) => {
      const anew = new Set(mappings.map(({ signature }) => signature));
      const before = kept.read();
      const others = before.filter(({ signature }) => !anew.has(signature));
      const now = mappings.map((one) =>
        withOlder(
          one,
          before.find(({ signature }) => signature === one.signature),
        ),
      );
      kept.write([...now, ...others].slice(0, MOST));
    },
  };
}

/** Columns and sheets that are left out are two choices; the newer of each holds. */
function withOlder(now: TableMapping, before: TableMapping | undefined): TableMapping {
  if (before === undefined) return now;
  const columns = now.columns.length > 0 ? now : before;
  const without = now.without ?? before.without;
  return without === undefined ? columns : { ...columns, without };
}
