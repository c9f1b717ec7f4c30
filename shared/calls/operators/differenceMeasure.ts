import { commonMeasure, type Measure, numberOf } from './measure.ts';

/** Two shares in percent differ by percentage points; everything else by its own measure. */
export function differenceMeasure(a: Measure, b: Measure): Measure {
  const common = commonMeasure(a, b);
  if (common.kind === 'number' && common.suffix === '%') return numberOf('个百分点', common.computed);
  return common;
}
