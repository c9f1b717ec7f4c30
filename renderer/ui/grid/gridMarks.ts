import type { Finding } from '../../../shared/calls/finding.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';

/** What the checks say of one cell; the worst of its findings colours it. */
export type CellMark = {
  readonly level: 'error' | 'warning' | 'hint' | 'unknown';
  readonly messages: readonly string[];
};

/** Marks of a row by column as findings name it ('' for the row as a whole). */
type RowMarks = ReadonlyMap<string, CellMark>;

/** Marks by row id. A Map is one. */
export type GridMarks = {
  readonly get: (row: string) => RowMarks | undefined;
  /** Rows that bear marks. */
  readonly keys: () => Iterable<string>;
  readonly size: number;
};

const RANK = { error: 3, warning: 2, hint: 1, unknown: 0 } as const;

/**
 * What the checks found in the rows of one list. Ten thousand rows may lack something each, and twenty of them are
 * on the screen: a row's marks are put together when somebody asks for them.
 */
export class FoundMarks implements GridMarks {
  readonly #found = new Map<string, Finding | Finding[]>();
  readonly #wrong = new Set<string>();
  readonly #made = new Map<string, RowMarks>();
  readonly #prefix: string;

  constructor(findings: readonly Finding[], list: string) {
    this.#prefix = `${list}[`;
    for (const finding of findings) {
      if (finding.outcome === 'met' || !finding.at.startsWith(this.#prefix) || !isOpen(finding)) continue;
      const end = finding.at.indexOf(']', this.#prefix.length);
      if (end >= 0) this.#add(finding.at.slice(this.#prefix.length, end), finding);
    }
  }

  get size(): number {
    return this.#found.size;
  }

  keys(): Iterable<string> {
    return this.#found.keys();
  }

  get(row: string): RowMarks | undefined {
    const found = this.#found.get(row);
    if (found === undefined) return undefined;
    const marks = this.#made.get(row) ?? this.#make(row, Array.isArray(found) ? found : [found]);
    this.#made.set(row, marks);
    return marks;
  }

  /** Whether something of a row is wrong, and not only missing. */
  isWrong(row: string): boolean {
    return this.#wrong.has(row);
  }

  #add(row: string, finding: Finding): void {
    const before = this.#found.get(row);
    if (before === undefined) this.#found.set(row, finding);
    else if (Array.isArray(before)) before.push(finding);
    else this.#found.set(row, [before, finding]);
    if (finding.outcome === 'unmet' && finding.severity !== 'hint') this.#wrong.add(row);
  }

  #make(row: string, findings: readonly Finding[]): RowMarks {
    const marks = new Map<string, CellMark>();
    for (const { at, outcome, severity, message } of findings) {
      const column = at.slice(this.#prefix.length + row.length + 2);
      const level = outcome === 'unknown' ? 'unknown' : severity;
      const before = marks.get(column);
      marks.set(column, {
        level: before !== undefined && RANK[before.level] > RANK[level] ? before.level : level,
        messages: [...(before?.messages ?? []), message],
      });
    }
    return marks;
  }
}

const known = new WeakMap<readonly Finding[], Map<string, FoundMarks>>();

/**
 * Open findings of the rows of one list, sorted once for all cells and all who ask.
 * @param list path of the list: `invoices`, `ledger[ledger-1].rows`
 */
export function gridMarks(findings: readonly Finding[], list: string): FoundMarks {
  const ofReport = known.get(findings) ?? new Map<string, FoundMarks>();
  known.set(findings, ofReport);
  const marks = ofReport.get(list) ?? new FoundMarks(findings, list);
  ofReport.set(list, marks);
  return marks;
}

/** Both marks together; where both mark a cell the first holds. */
export function withMarks(first: GridMarks, second: GridMarks): GridMarks {
  const rows = new Set([...first.keys(), ...second.keys()]);
  return {
    size: rows.size,
    keys: () => rows,
    get: (row) => {
      const own = second.get(row);
      return own === undefined ? first.get(row) : new Map([...own, ...(first.get(row) ?? [])]);
    },
  };
}
