import type { Edit } from '../../shared/edits/edit.ts';
import { replaces } from './replaces.ts';

/**
 * Whether `later`, done some time after `earlier`, leaves nothing of it: the same value set anew, or every row it
 * wrote or took out written or taken out again. An earlier order of rows is never outdated: it moved others, too.
 */
export function outdates(later: Edit, earlier: Edit): boolean {
  if (replaces(later, earlier)) return true;
  if (later.kind === 'rows' && earlier.kind === 'rows')
    return later.list === earlier.list && touchesAll(later, earlier);
  if (later.kind === 'ledgerRows' && earlier.kind === 'ledgerRows')
    return later.project === earlier.project && touchesAll(later, earlier);
  // A sub-ledger is written and taken out with all its rows.
  if (later.kind === 'rows' && later.list === 'ledger' && earlier.kind === 'ledgerRows')
    return touched(later).has(earlier.project);
  return false;
}

type Rows = {
  readonly save: readonly { readonly id: string }[];
  readonly remove: readonly string[];
  readonly order?: readonly string[] | undefined;
};

const touched = ({ save, remove }: Rows): ReadonlySet<string> =>
  new Set([...save.map(({ id }) => id), ...remove]);

function touchesAll(later: Rows, earlier: Rows): boolean {
  if (earlier.order !== undefined) return false;
  const again = touched(later);
  return [...touched(earlier)].every((id) => again.has(id));
}
