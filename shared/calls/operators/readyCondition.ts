import { assertNever } from '../../assertNever.ts';
import type { Condition } from '../schema/condition.ts';
import { above } from './conditions/above.ts';
import { all } from './conditions/all.ts';
import { any } from './conditions/any.ts';
import { anyScenario } from './conditions/anyScenario.ts';
import { atLeast } from './conditions/atLeast.ts';
import { atLeastOf } from './conditions/atLeastOf.ts';
import { atMost } from './conditions/atMost.ts';
import { attached } from './conditions/attached.ts';
import { below } from './conditions/below.ts';
import { content } from './conditions/content.ts';
import { direction } from './conditions/direction.ts';
import { equals } from './conditions/equals.ts';
import { form } from './conditions/form.ts';
import { kind } from './conditions/kind.ts';
import { memberRole } from './conditions/memberRole.ts';
import { not } from './conditions/not.ts';
import { oneOf } from './conditions/oneOf.ts';
import { present } from './conditions/present.ts';
import { scenario } from './conditions/scenario.ts';
import { validCode } from './conditions/validCode.ts';
import { validMobile } from './conditions/validMobile.ts';
import { validPhone } from './conditions/validPhone.ts';
import { wellFormed } from './conditions/wellFormed.ts';
import { within } from './conditions/within.ts';
import { written } from './conditions/written.ts';
import { dependsOnRow } from './dependsOnRow.ts';
import type { Scope } from './scope.ts';
import { met, type Verdict } from './verdict.ts';

/** A condition made ready: which operator it is was looked up once, however many rows ask. */
export interface ReadyCondition {
  readonly dependsOnRow: boolean;
  readonly judge: (scope: Scope) => Verdict;
}

const ready = new WeakMap<Condition, ReadyCondition>();

/** What answers a condition of the call's language for an application and row. */
export function readyCondition(condition: Condition): ReadyCondition {
  const before = ready.get(condition);
  if (before !== undefined) return before;
  const made = { dependsOnRow: dependsOnRow(condition), judge: operatorOf(condition) };
  ready.set(condition, made);
  return made;
}

function operatorOf(condition: Condition): ReadyCondition['judge'] {
  if ('domain' in condition) return (scope) => scope.check(condition.domain) ?? met();
  if ('present' in condition) return (scope) => present(condition.present, scope);
  if ('not' in condition) return (scope) => not(condition.not, scope);
  if ('equals' in condition) return (scope) => equals(condition.equals, scope);
  if ('within' in condition) return (scope) => within(condition.within, scope);
  if ('atLeast' in condition) return (scope) => atLeast(condition.atLeast, scope);
  if ('atMost' in condition) return (scope) => atMost(condition.atMost, scope);
  if ('oneOf' in condition) return (scope) => oneOf(condition.oneOf, scope);
  if ('all' in condition) return (scope) => all(condition.all, scope);
  if ('any' in condition) return (scope) => any(condition.any, scope);
  if ('atLeastOf' in condition) return (scope) => atLeastOf(condition.atLeastOf, scope);
  if ('above' in condition) return (scope) => above(condition.above, scope);
  if ('below' in condition) return (scope) => below(condition.below, scope);
  if ('direction' in condition) return (scope) => direction(condition.direction, scope);
  if ('kind' in condition) return (scope) => kind(condition.kind, scope);
  if ('form' in condition) return (scope) => form(condition.form, scope);
  if ('scenario' in condition) return (scope) => scenario(condition.scenario, scope);
  if ('anyScenario' in condition) return anyScenario;
  if ('content' in condition) return (scope) => content(condition.content, scope);
  if ('memberRole' in condition) return (scope) => memberRole(condition.memberRole, scope);
  if ('attached' in condition) return (scope) => attached(condition.attached, scope);
  if ('written' in condition) return (scope) => written(condition.written, scope);
  if ('validCode' in condition) return (scope) => validCode(condition.validCode, scope);
  if ('validPhone' in condition) return (scope) => validPhone(condition.validPhone, scope);
  if ('validMobile' in condition) return (scope) => validMobile(condition.validMobile, scope);
  if ('wellFormed' in condition) return (scope) => wellFormed(condition.wellFormed, scope);
  return assertNever(condition);
}
