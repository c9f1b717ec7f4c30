import { type Cell, SHEET_LIMITS } from './sheet.ts';

type Row = (Cell | undefined)[] | undefined;
type Formula = { readonly row: number; readonly column: number; readonly formula: string };

/** Cells looked at for all formulas of a sheet, and formulas that lean on each other: a file cannot ask for more. */
const MAX_LOOKS = 5_000_000;
const MAX_DEPTH = 200;
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;
const TOKEN = /\s*(SUM\(|\$?[A-Z]{1,3}\$?\d{1,7}|\d+(?:\.\d+)?|[-+():,])/y;

/**
 * Works out formulas whose result the file does not hold: sums, plus and minus over cells of the same sheet. Programs
 * that export ledgers write them so. Anything else stays `unworked`; nothing is ever run.
 */
export function workOutFormulas(rows: Row[], formulas: readonly Formula[]): void {
  const open = new Map(formulas.map((one) => [`${one.row}:${one.column}`, one]));
  let looks = 0;

  const valueAt = (row: number, column: number, depth: number): number | null => {
    looks += 1;
    if (looks > MAX_LOOKS || depth > MAX_DEPTH) return null;
    const key = `${row}:${column}`;
    const formula = open.get(key);
    // Taken off the list before it is worked out, so that a circle ends here.
    if (formula !== undefined) {
      open.delete(key);
      const number = workOut(formula.formula, depth);
      if (number !== null) put(row, column, number);
    }
    const cell = rows[row]?.[column];
    if (cell === undefined || cell.text === '') return cell?.unworked === true ? null : 0;
    // A sum passes over text, as a spreadsheet does.
    return cell.number ?? 0;
  };

  const put = (row: number, column: number, number: number): void => {
    const line = rows[row];
    if (line === undefined) return;
    // What is left of 0.1 + 0.2 - 0.3 is noise of the machine.
    const tidy = Math.abs(number) < 1e-9 ? 0 : Number(number.toPrecision(15));
    line[column] = { text: String(tidy), number: tidy, date: null, unworked: false };
  };

  const workOut = (formula: string, depth: number): number | null => {
    const tokens = tokensOf(formula);
    if (tokens === null) return null;
    let at = 0;
    const take = (token: string): boolean => {
      if (tokens[at] !== token) return false;
      at += 1;
      return true;
    };
    const expression = (nesting: number): number | null => {
      if (nesting > MAX_DEPTH) return null;
      const minusFirst = take('-');
      if (!minusFirst) take('+');
      const first = term(nesting);
      let sum = minusFirst ? negative(first) : first;
      while (sum !== null && (tokens[at] === '+' || tokens[at] === '-')) {
        const minus = tokens[at] === '-';
        at += 1;
        const next = term(nesting);
        sum = next === null ? null : minus ? sum - next : sum + next;
      }
      return sum;
    };
    const term = (nesting: number): number | null => {
      const token = tokens[at];
      if (token === undefined) return null;
      at += 1;
      if (/^\d/.test(token)) return Number(token);
      if (token === '(') {
        const inner = expression(nesting + 1);
        return take(')') ? inner : null;
      }
      if (token === 'SUM(') return sumOf(nesting);
      const place = placeOf(token);
      return place === null ? null : valueAt(place.row, place.column, depth + 1);
    };
    const sumOf = (nesting: number): number | null => {
      let sum = 0;
      do {
        const from = placeOf(tokens[at] ?? '');
        const isRange = from !== null && tokens[at + 1] === ':';
        const part = isRange ? range(from, placeOf(tokens[at + 2] ?? '')) : expression(nesting + 1);
        if (isRange) at += 3;
        if (part === null) return null;
        sum += part;
      } while (take(','));
      return take(')') ? sum : null;
    };
    const range = (from: Place, to: Place | null): number | null => {
      if (to === null) return null;
      let sum = 0;
      const lastRow = Math.min(Math.max(from.row, to.row), rows.length - 1);
      const lastColumn = Math.min(Math.max(from.column, to.column), SHEET_LIMITS.columns - 1);
      for (let row = Math.min(from.row, to.row); row <= lastRow; row += 1) {
        for (let column = Math.min(from.column, to.column); column <= lastColumn; column += 1) {
          const value = valueAt(row, column, depth + 1);
          if (value === null) return null;
          sum += value;
        }
      }
      return sum;
    };
    const value = expression(0);
    return at === tokens.length ? value : null;
  };

  for (const { row, column } of formulas) if (rows[row]?.[column]?.unworked) valueAt(row, column, 0);
}

type Place = { readonly row: number; readonly column: number };

function placeOf(token: string): Place | null {
  const match = REFERENCE.exec(token);
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

function tokensOf(formula: string): readonly string[] | null {
  const text = formula.toUpperCase().replace(/^=/, '').trimEnd();
  if (text.length > 8192) return null;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined) return null;
    tokens.push(match[1]);
  }
  return tokens;
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}
