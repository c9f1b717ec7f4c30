import type { Collection } from '../schema/condition.ts';
import type { CallNames } from './callNames.ts';
import type { Report } from './report.ts';

/** What resolving a condition needs to know of the place it stands in. */
export interface ConditionContext {
  readonly report: Report;
  readonly names: CallNames;
  /** Table whose row is looked at: of `forEach`, or of the nearest `where`. */
  readonly row: Collection | null;
}
