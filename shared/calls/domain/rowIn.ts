import type { RowOf, RowsOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';

/** The row a check looks at, when it is one of its table; null otherwise. */
export function rowIn<C extends RowsOf>(scope: Scope, of: C): RowOf<C> | null {
  return scope.row !== null && isOf(scope.row, of) ? scope.row : null;
}

function isOf<C extends RowsOf>(row: NonNullable<Scope['row']>, of: C): row is RowOf<C> {
  return row.of === of;
}
