import type { RowsOf } from '../operators/row.ts';
import { DOMAIN_ROWS } from '../references/domainRows.ts';
import type { DomainCheck } from '../schema/condition.ts';

/** The table a check goes through row by row; null looks at the whole. The plan's sections are a table here. */
export function naturalRows(name: DomainCheck): RowsOf | null {
  return name === 'plan-names-other-total' ? 'plan' : DOMAIN_ROWS[name];
}
