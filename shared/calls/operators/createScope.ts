import type { Application } from '../../entities/application.ts';
import { runDomainCheck } from '../domain/runDomainCheck.ts';
import type { Call } from '../schema/call.ts';
import type { Condition, DomainCheck, Operand } from '../schema/condition.ts';
import { NO_SURROUNDINGS, type Surroundings } from '../surroundings.ts';
import { type CallIndex, indexCall } from './callIndex.ts';
import type { Quantity } from './quantity.ts';
import { readyCondition } from './readyCondition.ts';
import { readyOperand } from './readyOperand.ts';
import type { Row, RowsOf } from './row.ts';
import { rowsOf } from './rowsOf.ts';
import type { Scope } from './scope.ts';
import type { Verdict } from './verdict.ts';

/** The scope of one evaluation. What it remembers (tables, sums, hash maps) dies with it. */
export function createScope(
  call: Call,
  application: Application,
  surroundings: Surroundings = NO_SURROUNDINGS,
): Scope {
  return new RowScope(
    {
      call,
      index: indexCall(call),
      surroundings,
      tables: new Map(),
      memory: new Map(),
      inRows: new Map(),
      quantities: new Map(),
      verdicts: new Map(),
    },
    application,
    null,
  );
}

/** What all the scopes of one evaluation share. */
interface Evaluation {
  readonly call: Call;
  readonly index: CallIndex;
  readonly surroundings: Surroundings;
  readonly tables: Map<RowsOf, readonly Row[]>;
  readonly memory: Map<string, unknown>;
  readonly inRows: Map<RowsOf, Scope[]>;
  // What does not look at the row is the same in every row, sums over whole tables above all.
  readonly quantities: Map<Operand, Quantity>;
  readonly verdicts: Map<Condition, Verdict>;
}

/** A class, so that the scopes of ten thousand rows are three words each. */
class RowScope implements Scope {
  readonly #shared: Evaluation;
  readonly application: Application;
  readonly row: Row | null;

  constructor(shared: Evaluation, application: Application, row: Row | null) {
    this.#shared = shared;
    this.application = application;
    this.row = row;
  }

  get call(): Call {
    return this.#shared.call;
  }

  get index(): CallIndex {
    return this.#shared.index;
  }

  get surroundings(): Surroundings {
    return this.#shared.surroundings;
  }

  judge(condition: Condition): Verdict {
    const ready = readyCondition(condition);
    if (ready.dependsOnRow) return ready.judge(this);
    const { verdicts } = this.#shared;
    const before = verdicts.get(condition);
    if (before !== undefined) return before;
    const verdict = ready.judge(this);
    verdicts.set(condition, verdict);
    return verdict;
  }

  resolve(operand: Operand): Quantity {
    const ready = readyOperand(operand);
    if (ready.dependsOnRow) return ready.resolve(this);
    const { quantities } = this.#shared;
    const before = quantities.get(operand);
    if (before !== undefined) return before;
    const quantity = ready.resolve(this);
    quantities.set(operand, quantity);
    return quantity;
  }

  check(name: DomainCheck): Verdict | null {
    return runDomainCheck(name, this);
  }

  rows(of: RowsOf): readonly Row[] {
    const { tables, index } = this.#shared;
    const known = tables.get(of);
    if (known !== undefined) return known;
    const made = rowsOf(of, this.application, index);
    tables.set(of, made);
    return made;
  }

  inRow(row: Row): Scope {
    const { inRows } = this.#shared;
    let table = inRows.get(row.of);
    if (table === undefined) {
      table = [];
      inRows.set(row.of, table);
    }
    const known = table[row.position];
    if (known !== undefined) return known;
    const made = new RowScope(this.#shared, this.application, row);
    table[row.position] = made;
    return made;
  }

  once<T>(key: string, build: (scope: Scope) => T): T {
    const { memory } = this.#shared;
    const known = memory.get(key);
    if (known !== undefined || memory.has(key)) return known as T;
    const made = build(this);
    memory.set(key, made);
    return made;
  }
}
