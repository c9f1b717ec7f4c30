import { createHash } from 'node:crypto';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(Reflect.get(value, key))]));
}

/**
 * SHA-256 of what a call file says. Line ends, indentation and the order of properties do not count:
 * they say nothing, and a checkout on Windows changes them.
 */
export function callHash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}
