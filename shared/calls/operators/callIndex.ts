import type { Call } from '../schema/call.ts';
import type { Direction, Scenario, Target } from '../schema/direction.ts';
import type { Field } from '../schema/field.ts';

/** The call's parts by id, made once an evaluation. */
export interface CallIndex {
  readonly fields: ReadonlyMap<string, Field>;
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly constants: ReadonlyMap<string, string | number>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly directions: ReadonlyMap<string, Direction>;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly categories: ReadonlyMap<string, string>;
  readonly memberRoles: ReadonlyMap<string, string>;
  readonly attachmentKinds: ReadonlyMap<string, string>;
  readonly outline: ReadonlyMap<string, string>;
  readonly clauses: ReadonlyMap<string, { readonly ref: string; readonly text: string }>;
}

export function indexCall(call: Call): CallIndex {
  const scenarios = call.directions.flatMap((direction) => direction.scenarios);
  const targets = [
    ...call.directions.flatMap((direction) => direction.targets),
    ...scenarios.flatMap((scenario) => scenario.targets),
  ];
  const labels = (entries: readonly { readonly id: string; readonly label: string }[]) =>
    new Map(entries.map((entry) => [entry.id, entry.label]));
  return {
    fields: byId(call.fields),
    lists: new Map(Object.entries(call.lists).map(([id, choices]) => [id, labels(choices)])),
    constants: new Map(call.constants.map((constant) => [constant.id, constant.value])),
    targets: byId(targets),
    directions: byId(call.directions),
    scenarios: byId(scenarios),
    categories: labels(call.investment.categories),
    memberRoles: labels(call.memberRoles),
    attachmentKinds: labels(call.attachments),
    outline: new Map(
      call.outline.flatMap((chapter) => chapter.items.map((item) => [item.id, item.title] as const)),
    ),
    clauses: new Map(call.clauses.map(({ id, ref, text }) => [id, { ref, text }])),
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
