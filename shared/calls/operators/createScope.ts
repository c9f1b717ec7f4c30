import type { Application } from '../../entities/application.ts';
import { runDomainCheck } from '../domain/runDomainCheck.ts';
import type { Call } from '../schema/call.ts';
import type { Condition, Operand } from '../schema/condition.ts';
import { indexCall } from './callIndex.ts';
import { dependsOnRow } from './dependsOnRow.ts';
import { judgeCondition } from './judgeCondition.ts';
import type { Quantity } from './quantity.ts';
import { resolveOperand } from './resolveOperand.ts';
import type { Row, RowsOf } from './row.ts';
import { rowsOf } from './rowsOf.ts';
import type { Scope } from './scope.ts';
import type { Verdict } from './verdict.ts';

/** The scope of one evaluation. What it remembers (tables, sums, hash maps) dies with it. */
export function createScope(call: Call, application: Application): Scope {
  const index = indexCall(call);
  const tables = new Map<RowsOf, readonly Row[]>();
  const memory = new Map<string, unknown>();
  const inRows = new Map<RowsOf, Scope[]>();
  // What does not look at the row is the same in every row, sums over whole tables above all.
  const quantities = new Map<Operand, Quantity>();
  const verdicts = new Map<Condition, Verdict>();

  function judge(this: Scope, condition: Condition): Verdict {
    if (dependsOnRow(condition)) return judgeCondition(condition, this);
    const before = verdicts.get(condition);
    if (before !== undefined) return before;
    const verdict = judgeCondition(condition, this);
    verdicts.set(condition, verdict);
    return verdict;
  }
  function resolve(this: Scope, operand: Operand): Quantity {
    if (dependsOnRow(operand)) return resolveOperand(operand, this);
    const before = quantities.get(operand);
    if (before !== undefined) return before;
    const quantity = resolveOperand(operand, this);
    quantities.set(operand, quantity);
    return quantity;
  }
  function check(this: Scope, name: Parameters<Scope['check']>[0]): Verdict | null {
    return runDomainCheck(name, this);
  }
  function rows(of: RowsOf): readonly Row[] {
    const known = tables.get(of) ?? rowsOf(of, application, index);
    tables.set(of, known);
    return known;
  }
  function inRow(row: Row): Scope {
    const table = inRows.get(row.of) ?? [];
    inRows.set(row.of, table);
    const known = table[row.position] ?? scopeOf(row);
    table[row.position] = known;
    return known;
  }
  function once<T>(key: string, build: () => T): T {
    if (!memory.has(key)) memory.set(key, build());
    return memory.get(key) as T;
  }
  function scopeOf(row: Row | null): Scope {
    return { call, index, application, row, judge, resolve, check, rows, inRow, once };
  }
  return scopeOf(null);
}
