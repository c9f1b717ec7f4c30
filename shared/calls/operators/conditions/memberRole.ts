import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';

/** Some member has the role. A member whose role is not told yet may be the one. */
export function memberRole(id: string, scope: Scope): Verdict {
  const members = scope.application.consortium;
  const names = [scope.index.memberRoles.get(id) ?? id];
  if (members.some((member) => member.roles.includes(id))) return met();
  const untold = members.filter((member) => member.roles.length === 0);
  if (untold.length === 0) return unmet({ names });
  return unknown(untold.map((member) => `${member.name.trim() || '未命名成员'}的成员类型`));
}
