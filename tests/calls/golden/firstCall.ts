import { loadKnownCalls } from '../../../main/calls/loadCalls.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';

/** The first call as the product ships it. */
export function firstCall(): Call {
  const call = loadKnownCalls().get('cq-iiot-2020-1')?.at(-1);
  if (call === undefined) throw new Error('the first call is not among the known ones');
  return call;
}
