import type { Invoice } from './invoice.ts';

/**
 * Tells which invoice a copy belongs to by the number (and code, where several share the number) in its file's name.
 * Gives the row's index; null when the name tells none, or could mean several.
 */
export function copyMatcher(
  invoices: readonly Pick<Invoice, 'code' | 'number'>[],
): (fileName: string) => number | null {
  const byRun = new Map<string, number[]>();
  const note = (run: string, row: number): void => {
    const rows = byRun.get(run);
    if (rows === undefined) byRun.set(run, [row]);
    else rows.push(row);
  };
  for (const [row, { code, number }] of invoices.entries()) {
    if (number.length < 8) continue;
    note(number, row);
    if (code !== '') note(`${code}${number}`, row);
  }
  return (fileName) => {
    const name = fileName.split(/[\\/]/).at(-1) ?? fileName;
    const runs: readonly string[] = name.match(/\d{8,}/g) ?? [];
    const numbered = [...new Set(runs.flatMap((run) => byRun.get(run) ?? []))];
    if (numbered.length === 1) return numbered[0] ?? null;
    const coded = numbered.filter((row) => {
      const { code = '', number = '' } = invoices[row] ?? {};
      return runs.includes(`${code}${number}`) || (code !== '' && runs.includes(code));
    });
    return coded.length === 1 ? (coded[0] ?? null) : null;
  };
}
