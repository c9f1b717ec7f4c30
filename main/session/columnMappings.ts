import { z } from 'zod';
import { TableMapping } from '../../shared/entities/tableReading.ts';
import type { Shelf } from './shelf.ts';

/** How columns of tables are to be understood, as users of this machine corrected them; one for each kind of head. */
export type ColumnMappings = {
  /** The one remembered last comes first. */
  readonly list: () => readonly TableMapping[];
  /** Takes the place of what was remembered for the same heads. */
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
      const others = kept.read().filter(({ signature }) => !anew.has(signature));
      kept.write([...mappings, ...others].slice(0, MOST));
    },
  };
}
