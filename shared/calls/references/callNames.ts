import type { Call } from '../schema/call.ts';
import type { Field } from '../schema/field.ts';

/** Everything a call may refer to, by id. */
export interface CallNames {
  readonly clauses: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly fields: ReadonlyMap<string, Field>;
  readonly sections: ReadonlySet<string>;
  readonly constants: ReadonlyMap<string, string | number>;
  readonly targets: ReadonlyMap<string, 'number' | 'yesNo'>;
  readonly directions: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly scenarios: ReadonlySet<string>;
  readonly contents: ReadonlySet<string>;
  readonly applicantKinds: ReadonlySet<string>;
  readonly memberRoles: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly attachments: ReadonlySet<string>;
  readonly seals: ReadonlySet<string>;
  readonly outline: ReadonlySet<string>;
  readonly wording: ReadonlySet<string>;
}

const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));

/** All ids of a call. Where an id stands twice the first one counts; the doubling is reported apart. */
export function callNames(call: Call): CallNames {
  const targets = call.directions.flatMap((direction) => [
    ...direction.targets,
    ...direction.scenarios.flatMap((scenario) => scenario.targets),
  ]);
  return {
    clauses: ids(call.clauses),
    lists: new Map(Object.entries(call.lists).map(([id, choices]) => [id, choices.map((one) => one.id)])),
    fields: new Map(call.fields.map((field) => [field.id, field])),
    sections: ids(call.sections),
    constants: new Map(call.constants.map(({ id, value }) => [id, value])),
    targets: new Map(targets.map(({ id, kind }) => [id, kind])),
    directions: ids(call.directions),
    kinds: ids(call.directions.flatMap((direction) => direction.kinds)),
    forms: ids(
      call.directions.flatMap((direction) => [
        ...direction.forms,
        ...direction.kinds.flatMap((kind) => kind.forms),
      ]),
    ),
    scenarios: ids(call.directions.flatMap((direction) => direction.scenarios)),
    contents: ids(call.directions.flatMap((direction) => direction.contents)),
    applicantKinds: ids(call.applicantKinds),
    memberRoles: ids(call.memberRoles),
    categories: ids(call.investment.categories),
    attachments: ids(call.attachments),
    seals: ids(call.seals),
    outline: ids(call.outline.flatMap((chapter) => chapter.items)),
    wording: new Set(Object.keys(call.wording)),
  };
}
