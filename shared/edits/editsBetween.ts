import type { Application } from '../entities/application.ts';
import type { Edit } from './edit.ts';

/** The edits that make one application into the other; none when they are alike. Linear in the rows. */
export function editsBetween(from: Application, to: Application): readonly Edit[] {
  return [
    ...keysOf(from.answers, to.answers).flatMap((field): Edit[] => {
      const value = to.answers[field] ?? null;
      return value === (from.answers[field] ?? null) ? [] : [{ kind: 'answer', field, value }];
    }),
    ...(isSame(from.direction, to.direction) ? [] : [{ kind: 'direction', value: to.direction } as const]),
    ...keysOf(from.targets, to.targets).flatMap((target): Edit[] => {
      const value = to.targets[target] ?? null;
      return value === (from.targets[target] ?? null) ? [] : [{ kind: 'target', target, value }];
    }),
    ...keysOf(from.statements, to.statements).flatMap((field): Edit[] => {
      const value = to.statements[field] ?? null;
      return value === (from.statements[field] ?? null) ? [] : [{ kind: 'statement', field, value }];
    }),
    ...keysOf(from.plan, to.plan).flatMap((item): Edit[] => {
      const value = to.plan[item] ?? null;
      return isSame(value, from.plan[item] ?? null) ? [] : [{ kind: 'plan', item, value }];
    }),
    ...setAside(from, to),
    ...(isSame(from.settings, to.settings) ? [] : [{ kind: 'settings', value: to.settings } as const]),
    ...rows('ownIndicators', from.ownIndicators, to.ownIndicators),
    ...rows('consortium', from.consortium, to.consortium),
    ...rows('budget', from.budget, to.budget),
    ...rows('invoices', from.invoices, to.invoices),
    ...rows('attachments', from.attachments, to.attachments),
    ...rows('readings', from.readings, to.readings),
    ...rows('ledger', from.ledger, to.ledger),
  ];
}

function setAside(from: Application, to: Application): readonly Edit[] {
  const before = new Map(from.setAside.map(({ findingKey, reason }) => [findingKey, reason]));
  const after = new Map(to.setAside.map(({ findingKey, reason }) => [findingKey, reason]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((finding): Edit[] => {
    const reason = after.get(finding) ?? null;
    return reason === (before.get(finding) ?? null) ? [] : [{ kind: 'setAside', finding, reason }];
  });
}

type List = Extract<Edit, { kind: 'rows' }>['list'];
type RowOf<Name extends List> = Extract<Edit, { kind: 'rows'; list: Name }>['save'][number];

function rows<Name extends List>(
  list: Name,
  from: readonly RowOf<Name>[],
  to: readonly RowOf<Name>[],
): readonly Edit[] {
  const before = new Map(from.map((row) => [row.id, row]));
  const after = new Set(to.map(({ id }) => id));
  const save = to.filter((row) => !isSame(row, before.get(row.id)));
  const remove = from.flatMap(({ id }) => (after.has(id) ? [] : [id]));
  const kept = from.filter(({ id }) => after.has(id)).map(({ id }) => id);
  const added = to.filter(({ id }) => !before.has(id)).map(({ id }) => id);
  const order = to.map(({ id }) => id);
  const moves = [...kept, ...added].some((id, index) => id !== order[index]);
  if (save.length === 0 && remove.length === 0 && !moves) return [];
  const change = { kind: 'rows', list, save, remove, ...(moves ? { order } : {}) };
  // The list's name and its rows belong together by the signature above.
  return [change as Edit];
}

function keysOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

/** Both come parsed by one schema, so that what is alike is written alike. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
