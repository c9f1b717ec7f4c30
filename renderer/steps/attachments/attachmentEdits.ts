import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import type { Application } from '../../../shared/entities/application.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { copyMatcher } from '../../../shared/entities/copyMatcher.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';

// What the board does, as edits: pure, so that it can be proved. Each function gives all that belongs to one step of undo.

/** Changes what is known of one file. */
export function changeFile(file: Attachment, change: Partial<Attachment>): readonly Edit[] {
  return saveFiles([{ ...file, ...change }]);
}

/** A quarter turn clockwise. */
export function turnFile(file: Attachment): readonly Edit[] {
  return changeFile(file, { rotate: turned(file.rotate, 1) });
}

/** Turns a file so that it stands by these degrees. */
export function turnFileTo(file: Attachment, rotate: Attachment['rotate']): readonly Edit[] {
  return changeFile(file, { rotate });
}

/** A quarter further, clockwise or back. */
export function turned(rotate: Attachment['rotate'], quarters: 1 | -1): Attachment['rotate'] {
  const clockwise = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;
  const back = { 0: 270, 90: 0, 180: 90, 270: 180 } as const;
  return (quarters === 1 ? clockwise : back)[rotate];
}

/** Leaves pages out or takes them in again; none when no page would remain. */
export function omitPages(file: Attachment, pages: readonly number[], omit: boolean): readonly Edit[] {
  const named = new Set(pages);
  const others = file.omitPages.filter((page) => !named.has(page));
  const next = omit ? [...others, ...named].sort((a, b) => a - b) : others;
  return file.pages !== null && next.length >= file.pages ? [] : changeFile(file, { omitPages: next });
}

/** Puts a file before or after another of its kind; `files` are those of the kind in order. */
export function placeFile(files: readonly Attachment[], id: string, index: number): readonly Edit[] {
  const moved = files.find((file) => file.id === id);
  if (moved === undefined) return [];
  const others = files.filter((file) => file !== moved);
  const next = [...others.slice(0, index), moved, ...others.slice(index)];
  return saveFiles(renumbered(next));
}

/** Takes files out; rows that name them as copies forget them. */
export function removeFiles(application: Application, ids: readonly string[]): readonly Edit[] {
  const gone = new Set(ids);
  return [
    ...forgetCopies(application, gone),
    { kind: 'rows', list: 'attachments', save: [], remove: [...ids] },
  ];
}

/** Files get another kind, at its end; their bond to rows goes or comes with it. */
export function moveToKind(
  call: Call,
  application: Application,
  ids: readonly string[],
  kind: string,
): readonly Edit[] {
  const wanted = new Set(ids);
  const moved = application.attachments.filter((file) => wanted.has(file.id) && file.kind !== kind);
  if (moved.length === 0) return [];
  const last = application.attachments
    .filter((file) => file.kind === kind)
    .reduce((most, { order }) => Math.max(most, order), -1);
  const next = moved.map((file, index) => ({ ...file, kind, order: last + 1 + index }));
  const copies = rowsOf(call, kind) === 'invoices';
  const bonds = copies
    ? linkCopies(application, next)
    : forgetCopies(application, new Set(next.map(({ id }) => id)));
  return [...saveFiles(next), ...bonds];
}

/** `next`, just taken in, stands where `old` stood: its place, its title, its rows. */
export function replaceFile(application: Application, old: Attachment, next: Attachment): readonly Edit[] {
  const rows = application.invoices.filter(
    ({ copies }) => copies.includes(old.id) || copies.includes(next.id),
  );
  const saved = rows.map((invoice): Invoice => {
    const kept = invoice.copies.filter((id) => id !== next.id);
    return { ...invoice, copies: kept.map((id) => (id === old.id ? next.id : id)) };
  });
  return [
    ...saveFiles([{ ...next, kind: old.kind, title: old.title, order: old.order }]),
    ...saveInvoices(saved),
    { kind: 'rows', list: 'attachments', save: [], remove: [old.id] },
  ];
}

/** Gives copies to the invoices whose numbers their names tell; those that are a copy of some row already keep it. */
export function linkCopies(application: Application, files: readonly Attachment[]): readonly Edit[] {
  const { invoices } = application;
  const taken = new Set(invoices.flatMap(({ copies }) => copies));
  const rowOf = copyMatcher(invoices);
  const added = new Map<number, string[]>();
  for (const { id, name } of files) {
    if (taken.has(id)) continue;
    const row = rowOf(name);
    if (row !== null) added.set(row, [...(added.get(row) ?? []), id]);
  }
  return saveInvoices(
    [...added].flatMap(([row, ids]) => {
      const invoice = invoices[row];
      return invoice === undefined ? [] : [{ ...invoice, copies: [...invoice.copies, ...ids] }];
    }),
  );
}

/** Says of which row a file is a copy; null of none. */
export function assignCopy(
  application: Application,
  file: Attachment,
  invoice: string | null,
): readonly Edit[] {
  const changed = application.invoices.flatMap((row): Invoice[] => {
    const has = row.copies.includes(file.id);
    const should = row.id === invoice;
    if (has === should) return [];
    return [
      { ...row, copies: should ? [...row.copies, file.id] : row.copies.filter((id) => id !== file.id) },
    ];
  });
  return saveInvoices(changed);
}

function forgetCopies({ invoices }: Application, gone: ReadonlySet<string>): readonly Edit[] {
  return saveInvoices(
    invoices
      .filter(({ copies }) => copies.some((id) => gone.has(id)))
      .map((invoice) => ({ ...invoice, copies: invoice.copies.filter((id) => !gone.has(id)) })),
  );
}

function rowsOf(call: Call, kind: string): 'invoices' | null {
  return call.attachments.find(({ id }) => id === kind)?.rowsOf ?? null;
}

/** Files whose place in the list is not the one they are in. */
function renumbered(files: readonly Attachment[]): readonly Attachment[] {
  return files.flatMap((file, order) => (file.order === order ? [] : [{ ...file, order }]));
}

function saveFiles(save: readonly Attachment[]): readonly Edit[] {
  return save.length === 0 ? [] : [{ kind: 'rows', list: 'attachments', save: [...save], remove: [] }];
}

function saveInvoices(save: readonly Invoice[]): readonly Edit[] {
  return save.length === 0 ? [] : [{ kind: 'rows', list: 'invoices', save: [...save], remove: [] }];
}
