import { z } from 'zod';
import { keyTable } from './keyTable.ts';

const TargetValue = z.union([z.number(), z.boolean(), z.null()]);
type TargetValue = z.infer<typeof TargetValue>;

/** Expected targets by target id of the call (D). */
export const targets = keyTable<TargetValue>({
  table: 'targets',
  keyColumn: 'target',
  valueColumn: 'value',
  path: 'targets',
  schema: TargetValue,
});
