import { assertNever } from '../../shared/assertNever.ts';
import type { Edit } from '../../shared/edits/edit.ts';

/**
 * Whether `next` makes `last`, done just before it, superfluous: both set the same value whole, so that doing only
 * `next` comes to the same. Rows count when both save the very same ids in the same order and move nothing.
 */
export function replaces(next: Edit, last: Edit): boolean {
  switch (next.kind) {
    case 'answer':
      return last.kind === 'answer' && last.field === next.field;
    case 'statement':
      return last.kind === 'statement' && last.field === next.field;
    case 'plan':
      return last.kind === 'plan' && last.item === next.item;
    case 'target':
      return last.kind === 'target' && last.target === next.target;
    case 'setAside':
      return last.kind === 'setAside' && last.finding === next.finding;
    case 'direction':
    case 'settings':
      return last.kind === next.kind;
    case 'rows':
      return last.kind === 'rows' && last.list === next.list && sameRows(next, last);
    case 'ledgerRows':
      return last.kind === 'ledgerRows' && last.project === next.project && sameRows(next, last);
    default:
      return assertNever(next);
  }
}

type Rows = {
  readonly save: readonly { readonly id: string }[];
  readonly remove: readonly string[];
  readonly order?: readonly string[] | undefined;
};

function sameRows(next: Rows, last: Rows): boolean {
  const moves = [next, last].some(({ remove, order }) => remove.length > 0 || order !== undefined);
  return (
    !moves &&
    next.save.length === last.save.length &&
    next.save.every(({ id }, index) => id === last.save[index]?.id)
  );
}
