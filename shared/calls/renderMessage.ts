import { given } from './operators/answerShape.ts';
import { fieldMeasure } from './operators/fieldMeasure.ts';
import { describeValue } from './operators/measure.ts';
import type { Scope } from './operators/scope.ts';
import type { Verdict } from './operators/verdict.ts';

const UNTOLD = '（待填）';

/**
 * Fills a rule's message: {left} {right} {difference} {margin} {row} {names} {detail} {field:ID}.
 * One pass, so that braces in a user's own words stay what they are.
 */
export function renderMessage(template: string, scope: Scope, verdict: Verdict): string {
  return template.replace(
    /\{([a-z]+)(?::([A-Za-z0-9.-]+))?\}(\p{Script=Han})?/gu,
    (whole, word: string, id: string | undefined, next = '') => {
      const value = textFor(word, id);
      if (value === null) return whole;
      // 发票 99385257 的…: a number runs into the Chinese word after it unless a space stands between.
      return `${value}${next !== '' && /[A-Za-z0-9]$/.test(value) ? ' ' : ''}${next}`;
    },
  );

  function textFor(word: string, id: string | undefined): string | null {
    switch (word) {
      case 'left':
        return verdict.compared?.left ?? UNTOLD;
      case 'right':
        return verdict.compared?.right ?? UNTOLD;
      case 'difference':
        return verdict.compared?.difference ?? UNTOLD;
      case 'margin':
        return verdict.margin;
      case 'detail':
        return verdict.detail;
      case 'names':
        return verdict.names.join('、') || verdict.missing.join('、');
      case 'row':
        return scope.row?.name ?? '';
      case 'field':
        return answerText(id ?? '', scope);
      default:
        return null;
    }
  }
}

function answerText(id: string, scope: Scope): string {
  const field = scope.index.fields.get(id);
  const answer = scope.application.answers[id];
  if (field === undefined || !given(answer)) return UNTOLD;
  return describeValue(answer, fieldMeasure(field, scope.index.lists));
}
