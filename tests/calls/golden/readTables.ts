import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One line of the golden tables. */
export interface GoldenCase {
  readonly place: string;
  /** Requirement id, or key of one rule: D2.2.1, D2.2.1/5g-workshop.coverage. */
  readonly rule: string;
  /** Direction whose complete application is changed. */
  readonly base: string;
  readonly situation: string;
  readonly change: string;
  readonly expected: string;
  readonly message: string;
}

/** An outcome that cannot come about, with the reason. */
export interface Impossible {
  readonly rule: string;
  readonly outcome: string;
  readonly reason: string;
}

const HEAD = ['编号', '底稿', '情形', '改动', '期望', '信息里有'];
const IMPOSSIBLE_HEAD = ['编号', '没有的结果', '原因'];

/** All tables of the folder; a table with another head is a mistake, not a comment. */
export function readTables(): {
  readonly cases: readonly GoldenCase[];
  readonly impossible: readonly Impossible[];
} {
  const cases: GoldenCase[] = [];
  const impossible: Impossible[] = [];
  for (const name of readdirSync(import.meta.dirname)
    .filter((entry) => entry.endsWith('.md'))
    .sort()) {
    const lines = readFileSync(path.join(import.meta.dirname, name), 'utf8').split(/\r?\n/);
    let head: readonly string[] = [];
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith('|')) {
        head = [];
        continue;
      }
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (head.length === 0) head = cells;
      else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) {
        const place = `${name}:${index + 1}`;
        if (head.join() === HEAD.join() && cells.length === HEAD.length) cases.push(caseOf(place, cells));
        else if (head.join() === IMPOSSIBLE_HEAD.join() && cells.length === IMPOSSIBLE_HEAD.length) {
          const [rule = '', outcome = '', reason = ''] = cells;
          impossible.push({ rule, outcome, reason });
        } else throw new Error(`${place}: a row that fits no table: ${line}`);
      }
    }
  }
  return { cases, impossible };
}

function caseOf(place: string, cells: readonly string[]): GoldenCase {
  const [rule = '', base = '', situation = '', change = '', expected = '', message = ''] = cells;
  return {
    place,
    rule,
    base: base === '' ? '5G+工业互联网应用' : base,
    situation,
    change,
    expected,
    message,
  };
}
