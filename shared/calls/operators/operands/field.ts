import { given, isOfType } from '../answerShape.ts';
import { fieldMeasure } from '../fieldMeasure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** An answer. Not given, or of a kind its field does not keep, it is not told. */
export function field(id: string, scope: Scope): Quantity {
  const spec = scope.index.fields.get(id);
  if (spec === undefined) return notTold([id]);
  const measure = fieldMeasure(spec, scope.index.lists);
  const answer = scope.application.answers[id];
  if (!given(answer) || !isOfType(spec, answer)) return notTold([spec.label], measure);
  if (spec.type !== 'choice') return known(answer, measure);
  return known(choiceId(String(answer), scope.index.lists.get(spec.list), spec.freeText), measure);
}

type Labels = ReadonlyMap<string, string> | undefined;

/** Free text that is word for word one of the labels means that choice; so does 重庆 the choice 重庆市. */
function choiceId(answer: string, labels: Labels, freeText: boolean): string {
  if (labels === undefined || labels.has(answer)) return answer;
  const word = bare(answer);
  const named = [...labels].filter(([, label]) => bare(label) === word);
  if (named.length === 0 && freeText) {
    const short = withoutRank(word);
    named.push(...[...labels].filter(([, label]) => withoutRank(bare(label)) === short));
  }
  const [only] = named;
  return only !== undefined && named.length === 1 ? only[0] : answer;
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** A province, city or region without the word that tells its rank. */
function withoutRank(place: string): string {
  return place.replace(/(?<=..)(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/, '');
}
