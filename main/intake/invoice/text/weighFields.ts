import type { TextField } from './textField.ts';

/**
 * Values once each, as far as they can be believed beside each other: two values of one field make both doubtful, and
 * so do sums that do not add up.
 */
export function weighFields(told: readonly TextField[]): TextField[] {
  const fields = withoutRepeats(told);
  const likely = fields.filter(({ confidence }) => confidence === 'likely');
  const only = (name: TextField['field']): number | null => {
    const found = likely.filter(({ field }) => field === name);
    const [first] = found;
    return found.length === 1 && typeof first?.value === 'number' ? first.value : null;
  };
  const [net, tax, total] = [only('netFen'), only('taxFen'), only('totalFen')];
  const air = fields.some(({ field, value }) => field === 'kind' && value === 'air');
  const wrong = !air && net !== null && tax !== null && total !== null && Math.abs(net + tax - total) > 1;
  const sums: ReadonlySet<string> = new Set(wrong ? ['netFen', 'taxFen', 'totalFen'] : []);
  // 8 digits are an invoice's number only together with its code.
  const bare = fields.every(({ field }) => field !== 'code');
  return fields.map((field) => {
    if (bare && field.field === 'number' && String(field.value).length !== 20)
      return { ...field, confidence: 'doubtful' };
    const several = likely.some((other) => other.field === field.field && other.value !== field.value);
    return several || sums.has(field.field) ? { ...field, confidence: 'doubtful' } : field;
  });
}

/** The same value of a field once, in its better reading. */
function withoutRepeats(fields: readonly TextField[]): TextField[] {
  const kept = new Map<string, TextField>();
  for (const field of fields) {
    const key = `${field.field}=${field.value}`;
    if (kept.get(key)?.confidence !== 'likely') kept.set(key, field);
  }
  return [...kept.values()];
}
