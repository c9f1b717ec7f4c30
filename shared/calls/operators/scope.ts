import type { Application } from '../../entities/application.ts';
import type { Call } from '../schema/call.ts';
import type { Collection, Condition, DomainCheck, Operand } from '../schema/condition.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CallIndex } from './callIndex.ts';
import type { Quantity } from './quantity.ts';
import type { Row } from './row.ts';
import type { Verdict } from './verdict.ts';

/** All that an operator may look at. Nothing in it can be written. */
export interface Scope {
  readonly call: Call;
  readonly index: CallIndex;
  readonly application: Application;
  readonly surroundings: Surroundings;
  /** The row of a `forEach` rule or a `where`; null outside of one. */
  readonly row: Row | null;
  judge(condition: Condition): Verdict;
  resolve(operand: Operand): Quantity;
  /** A domain check by name; null when it has nothing to say about this row. */
  check(name: DomainCheck): Verdict | null;
  rows(of: Collection | 'plan'): readonly Row[];
  inRow(row: Row): Scope;
  /** Built once in an evaluation, however many rows ask for it: hash maps of the domain checks. */
  once<T>(key: string, build: (scope: Scope) => T): T;
}
