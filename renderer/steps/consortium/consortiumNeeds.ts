import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Application } from '../../../shared/entities/application.ts';

/** What the chosen direction wants of a consortium, and how far the units registered go. */
export type ConsortiumNeeds = {
  /** Clause id the direction quotes. */
  readonly clause: string;
  readonly roles: readonly {
    readonly id: string;
    readonly label: string;
    readonly units: readonly string[];
  }[];
  readonly units: number;
  readonly maxUnits: number;
  /** Attachment kind of the signed agreement, and how many files there are. */
  readonly agreement: { readonly id: string; readonly label: string; readonly files: number };
};

/** Null while no direction is chosen, or the one chosen wants no consortium. */
export function consortiumNeeds(
  call: Call,
  { direction, consortium, attachments }: Pick<Application, 'direction' | 'consortium' | 'attachments'>,
): ConsortiumNeeds | null {
  const demand = call.directions.find(({ id }) => id === direction.id)?.consortium ?? null;
  if (demand === null) return null;
  return {
    clause: demand.clause,
    roles: demand.roles.map((id) => ({
      id,
      label: call.memberRoles.find((role) => role.id === id)?.label ?? id,
      units: consortium
        .filter(({ roles }) => roles.includes(id))
        .map(({ name }) => (name.trim() === '' ? '未命名单位' : name)),
    })),
    units: consortium.length,
    maxUnits: demand.maxUnits,
    agreement: {
      id: demand.agreement,
      label: call.attachments.find(({ id }) => id === demand.agreement)?.label ?? demand.agreement,
      files: attachments.filter(({ kind }) => kind === demand.agreement).length,
    },
  };
}
