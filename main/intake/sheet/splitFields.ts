/** Fields of separated text, row by row. */
export type Fields = readonly (readonly string[])[];

/** Separators of the exports seen: commas, tabs, semicolons, bars. */
const SEPARATORS = [',', '\t', ';', '|'] as const;
/** Rows the separator is guessed from. */
const SAMPLE_ROWS = 60;

/**
 * Splits text into rows of fields. The separator is the one that makes most columns of the same number in most rows;
 * quotes hold separators and line breaks, a doubled quote is one. A quote that is never closed is an ordinary character.
 */
export function splitFields(text: string, maxRows: number): Fields {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  return split(body, named?.[1] ?? guessSeparator(body), maxRows);
}

function guessSeparator(text: string): string {
  let best: { readonly separator: string; readonly score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const widths = split(text.slice(0, 100_000), separator, SAMPLE_ROWS).map((row) => row.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, rows]) => rows * Math.min(width, 20)));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function split(text: string, separator: string, maxRows: number): Fields {
  const quoted = splitQuoted(text, separator, maxRows);
  if (quoted !== null) return quoted;
  const lines = text.replace(/(?:\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/, maxRows);
  return lines.map((line) => line.split(separator));
}

/** Null when a quote is left open to the end: then quotes are no quotes in this file. */
function splitQuoted(text: string, separator: string, maxRows: number): Fields | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < maxRows) {
    let field: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return null;
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      const rest = endOfField(text, at, separator);
      field += text.slice(at, rest);
      at = rest;
    } else {
      const end = endOfField(text, at, separator);
      field = text.slice(at, end);
      at = end;
    }
    row.push(field);
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfField(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
