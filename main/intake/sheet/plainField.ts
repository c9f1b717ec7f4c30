/** A field as it is meant: exports keep long numbers as `="0123"` or behind an apostrophe, so that spreadsheets leave them alone. */
export function plainField(field: string): string {
  const text = field.trim();
  const formula = /^="([^"]*)"$/.exec(text);
  return formula?.[1] ?? text.replace(/^'(?=\d)/, '');
}
