import type { Application } from '../../entities/application.ts';
import { runDomainCheck } from '../domain/runDomainCheck.ts';
import type { Call } from '../schema/call.ts';
import type { Condition, Operand } from '../schema/condition.ts';
import { indexCall } from './callIndex.ts';
import { judgeCondition } from './judgeCondition.ts';
import type { Quantity } from './quantity.ts';
import { resolveOperand } from './resolveOperand.ts';
import type { Row, RowsOf } from './row.ts';
import { rowsOf } from './rowsOf.ts';
import type { Scope } from './scope.ts';

/** The scope of one evaluation. What it remembers (tables, sums, hash maps) dies with it. */
export function createScope(call: Call, application: Application): Scope {
  const index = indexCall(call);
  const tables = new Map<RowsOf, readonly Row[]>();
  const memory = new Map<string, unknown>();
  // A sum or count looks at whole tables, so a rule that asks for it in every row asks once.
  const totals = new WeakMap<Operand, Quantity>();

  function scopeOf(row: Row | null): Scope {
    const scope: Scope = {
      call,
      index,
      application,
      row,
      judge: (condition: Condition) => judgeCondition(condition, scope),
      resolve(operand: Operand) {
        if (!('sum' in operand || 'count' in operand)) return resolveOperand(operand, scope);
        const total = totals.get(operand) ?? resolveOperand(operand, scope);
        totals.set(operand, total);
        return total;
      },
      check: (name) => runDomainCheck(name, scope),
      rows(of) {
        const rows = tables.get(of) ?? rowsOf(of, application, index);
        tables.set(of, rows);
        return rows;
      },
      inRow: scopeOf,
      once<T>(key: string, build: () => T): T {
        if (!memory.has(key)) memory.set(key, build());
        return memory.get(key) as T;
      },
    };
    return scope;
  }
  return scopeOf(null);
}
