import { holdsData } from '../../shared/entities/attachment.ts';
import { copyMatcher } from '../../shared/entities/copyMatcher.ts';
import type { Draft } from '../store/draft.ts';
import { invoices } from '../store/invoices.ts';
import { loadApplication } from '../store/loadApplication.ts';
import type { AddedFile } from './addedFile.ts';

export interface MatchedCopies {
  /** Row of the table, from 1, by the file as the caller named it. */
  readonly rows: ReadonlyMap<string, number>;
  /** Files whose name tells no row, or more than one. */
  readonly unmatched: readonly string[];
}

/**
 * Gives copies of invoices to the row whose number (and code, where several share the number) stands in the
 * file's name. Files that are a copy of some row already keep it.
 */
export function matchCopies(draft: Draft, files: readonly AddedFile[]) {
  const application = loadApplication(draft);
  const before = application.invoices;
  // An XML or a list tells of rows by its content; nobody looks for a number in its name.
  const data = new Set(application.attachments.filter(holdsData).map((one) => one.id));
  const rowOf = copyMatcher(before);
  const taken = new Set(before.flatMap(({ copies }) => copies));
  const rows = new Map<string, number>();
  const unmatched: string[] = [];
  const copies = new Map<number, string[]>();
  for (const { file, id } of files) {
    if (id === null || taken.has(id)) continue;
    taken.add(id);
    const row = rowOf(file);
    if (row === null) {
      if (!data.has(id)) unmatched.push(file);
    } else {
      rows.set(file, row + 1);
      copies.set(row, [...(copies.get(row) ?? before[row]?.copies ?? []), id]);
    }
  }
  const changed = [...copies].flatMap(([row, ids]) => {
    const invoice = before[row];
    return invoice === undefined ? [] : [{ ...invoice, copies: ids }];
  });
  const saved = changed.length === 0 ? null : invoices.saveMany(draft, changed);
  if (saved?.ok === false) return saved;
  return { ok: true, value: { rows, unmatched } satisfies MatchedCopies } as const;
}
