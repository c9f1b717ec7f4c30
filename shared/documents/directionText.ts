import type { Call } from '../calls/schema/call.ts';
import type { Direction, DirectionKind, Scenario } from '../calls/schema/direction.ts';
import type { Application } from '../entities/application.ts';

/** What the application chose, found in the call; ids the call does not know are left out. */
export interface ChosenDirection {
  readonly direction: Direction;
  readonly kind: DirectionKind | null;
  readonly forms: readonly string[];
  readonly scenarios: readonly Scenario[];
}

/** The chosen direction with its sub-kind, forms and scenarios in the call's order; null when none is chosen. */
export function chosenDirection(call: Call, application: Application): ChosenDirection | null {
  const choice = application.direction;
  const direction = call.directions.find(({ id }) => id === choice.id);
  if (direction === undefined) return null;
  const kind = direction.kinds.find(({ id }) => id === choice.kindId) ?? null;
  const forms = [...direction.forms, ...(kind?.forms ?? [])].filter(({ id }) => choice.formIds.includes(id));
  return {
    direction,
    kind,
    forms: forms.map(({ label }) => label),
    scenarios: direction.scenarios.filter(({ id }) => choice.scenarioIds.includes(id)),
  };
}

/** 试点示范方向 as one line: the direction, and in brackets what was chosen inside it; null when none is. */
export function directionText(call: Call, application: Application): string | null {
  const chosen = chosenDirection(call, application);
  if (chosen === null) return null;
  const inside = [
    ...(chosen.kind === null ? [] : [chosen.kind.label]),
    ...chosen.forms,
    ...chosen.scenarios.map(({ label }) => label),
  ].filter((label) => label !== chosen.direction.label);
  return inside.length === 0 ? chosen.direction.label : `${chosen.direction.label}（${inside.join('、')}）`;
}
