import type { RequirementState } from '../../shared/calls/requirementStates.ts';

/** A clause with the requirements that rest on it. */
export type ClauseGroup = {
  readonly clause: { readonly ref: string; readonly text: string };
  readonly asks: readonly RequirementState[];
};

/** Requirements under their clauses, each clause once, in the order of its first requirement. */
export function groupByClause(states: readonly RequirementState[]): readonly ClauseGroup[] {
  const groups = new Map<string, { clause: ClauseGroup['clause']; asks: RequirementState[] }>();
  for (const state of states) {
    const { clause } = state.requirement;
    const key = `${clause.ref}\n${clause.text}`;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, { clause, asks: [state] });
    else held.asks.push(state);
  }
  return [...groups.values()];
}
