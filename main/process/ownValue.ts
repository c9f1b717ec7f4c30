import { z } from 'zod';

/**
 * Schema for a value that this program made itself and hands to a child of its own, or gets from it: only
 * that it is an object is looked at. Never for what came from outside.
 */
export function ownValue<Value extends object>(): z.ZodType<Value, Value> {
  return z.custom<Value>((value) => typeof value === 'object' && value !== null, 'not an object');
}
