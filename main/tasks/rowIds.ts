import type { Attachment } from '../../shared/entities/attachment.ts';

/** Id and place of the next file of a kind. */
export type NextRow = (kind: string) => { readonly id: string; readonly order: number };

/**
 * Gives rows that are added their ids and places, behind those that are present.
 * @param newId makes the id; counted by kind unless given
 */
export function rowIds(present: readonly Attachment[], newId?: (kind: string) => string): NextRow {
  const taken = new Set(present.map(({ id }) => id));
  const orders = new Map<string, number>();
  for (const { kind, order } of present) orders.set(kind, Math.max(orders.get(kind) ?? 0, order + 1));
  const counted = (kind: string, order: number): string => {
    let number = order + 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    return `${kind}-${number}`;
  };
  return (kind) => {
    const order = orders.get(kind) ?? 0;
    orders.set(kind, order + 1);
    const id = newId === undefined ? counted(kind, order) : newId(kind);
    taken.add(id);
    return { id, order };
  };
}
