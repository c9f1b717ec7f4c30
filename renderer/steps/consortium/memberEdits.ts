import type { Edit } from '../../../shared/edits/edit.ts';
import type { ConsortiumMember } from '../../../shared/entities/consortium.ts';

/** Stores members as an edit of the draft. */
export function saveMembers(...save: ConsortiumMember[]): Edit {
  return { kind: 'rows', list: 'consortium', save, remove: [] };
}

/** Makes one member lead, and no other: in one step. */
export function leadBy(members: readonly ConsortiumMember[], id: string): Edit {
  const changed = members.filter((member) => member.lead !== (member.id === id));
  return saveMembers(...changed.map((member) => ({ ...member, lead: member.id === id })));
}

/** Moves one member up or down by one place; null at the end of the list. */
export function moveMember(members: readonly ConsortiumMember[], id: string, by: 1 | -1): Edit | null {
  const order = members.map((member) => member.id);
  const from = order.indexOf(id);
  const other = order[from + by];
  if (from < 0 || other === undefined) return null;
  order[from] = other;
  order[from + by] = id;
  return { kind: 'rows', list: 'consortium', save: [], remove: [], order };
}
