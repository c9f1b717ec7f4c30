import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ElsewhereInvoice } from '../../../shared/entities/elsewhereInvoice.ts';
import { normalisePartyName } from '../../../shared/entities/partyName.ts';
import type { Sqlite } from '../openSqlite.ts';
import { withRegister } from './registerFile.ts';

/** A draft as the register knows it. */
export type KnownDraft = {
  /** Id in the draft's file; a copy of the file keeps it. */
  readonly draftId: string;
  /** Absolute path. */
  readonly file: string;
  readonly projectName: string;
};

/** An invoice of a draft: what `invoiceIdentity` gives, and its row from 1. */
export type KnownInvoice = { readonly identity: string; readonly row: number };

/**
 * Which invoices the drafts of this workstation hold (H8: never in two applications): numbers, rows, and the names of
 * draft, folder and project; nothing else, and nothing leaves the machine. It only helps: when it cannot be read or
 * written nothing is known, and the draft is worked on all the same.
 */
export type InvoiceRegister = {
  /** Writes down what a draft holds now, in place of what it held before. */
  readonly note: (draft: KnownDraft, invoices: readonly KnownInvoice[]) => void;
  /**
   * Which of the invoices other drafts hold. A copy of the draft is no other one (same id, same project), nor is the
   * place it was moved away from (same id, file gone); one that became another project is.
   */
  readonly elsewhere: (
    draft: KnownDraft,
    invoices: readonly KnownInvoice[],
  ) => Promise<readonly ElsewhereInvoice[]>;
  /** Off: everything is forgotten, and nothing noted until it is on again. */
  readonly switchOn: (on: boolean) => void;
};

/** A draft that is gone and was not seen for so long is forgotten rather than told of: three years of projects. */
const REMEMBERED_MS = 3 * 366 * 24 * 3600 * 1000;
/** A network folder that does not answer counts as there. */
const PATIENCE_MS = 1500;

const Hit = z.object({
  id: z.number(),
  identity: z.string(),
  row: z.number(),
  file: z.string(),
  draft_id: z.string(),
  project: z.string(),
  seen_at: z.string(),
});

/**
 * The register in a folder.
 * @param folder absolute path of the program's own data; made when it is first written to
 * @param readableFolder the folder of a file as a person reads it
 */
export function createInvoiceRegister(
  folder: string,
  readableFolder: (file: string) => string,
  report: (error: unknown) => void = console.error,
  now: () => Date = () => new Date(),
): InvoiceRegister {
  const use = <Value>(work: (db: Sqlite) => Value): Value | null => {
    try {
      return withRegister(folder, work);
    } catch (error) {
      report(error);
      return null;
    }
  };

  return {
    note: (draft, invoices) => {
      use((db) => {
        if (isOn(db)) write(db, draft, invoices, now());
      });
    },
    elsewhere: async (draft, invoices) => {
      const hits = use((db) => (isOn(db) ? find(db, draft, invoices) : [])) ?? [];
      const files = [...new Set(hits.map(({ file }) => file))];
      const gone = new Set(
        (await Promise.all(files.map(async (file) => ((await isGone(file)) ? [file] : [])))).flat(),
      );
      const told: ElsewhereInvoice[] = [];
      const forgotten = new Set<number>();
      for (const hit of hits) {
        const fileGone = gone.has(hit.file);
        const long = now().getTime() - Date.parse(hit.seen_at) > REMEMBERED_MS;
        if (fileGone && (hit.draft_id === draft.draftId || long)) forgotten.add(hit.id);
        else told.push(inWords(hit, fileGone, readableFolder));
      }
      if (forgotten.size > 0)
        use((db) => {
          for (const id of forgotten) db.prepare('DELETE FROM drafts WHERE id = ?').run(id);
        });
      return told;
    },
    switchOn: (on) => {
      use((db) => {
        if (isOn(db) === on) return;
        db.transaction(() => {
          if (!on) db.exec('DELETE FROM invoices; DELETE FROM drafts;');
          db.prepare('UPDATE state SET is_on = ?').run(on ? 1 : 0);
        }).immediate();
      });
    },
  };
}

function isOn(db: Sqlite): boolean {
  return db.prepare('SELECT is_on FROM state').pluck().get() === 1;
}

function write(
  db: Sqlite,
  { draftId, file, projectName }: KnownDraft,
  invoices: readonly KnownInvoice[],
  at: Date,
): void {
  db.transaction(() => {
    db.prepare('DELETE FROM drafts WHERE file = ?').run(file);
    const { lastInsertRowid } = db
      .prepare('INSERT INTO drafts (file, draft_id, project, seen_at) VALUES (?, ?, ?, ?)')
      .run(file, draftId, projectName, at.toISOString());
    const add = db.prepare('INSERT OR IGNORE INTO invoices (identity, draft, row) VALUES (?, ?, ?)');
    for (const { identity, row } of invoices) add.run(identity, lastInsertRowid, row);
  }).immediate();
}

/** First row of each other draft that holds one of the invoices. */
function find(
  db: Sqlite,
  draft: KnownDraft,
  invoices: readonly KnownInvoice[],
): readonly z.infer<typeof Hit>[] {
  const rows = db
    .prepare(
      `SELECT d.id, i.identity, MIN(i.row) AS row, d.file, d.draft_id, d.project, d.seen_at
       FROM json_each(?) AS mine
       JOIN invoices AS i ON i.identity = mine.value
       JOIN drafts AS d ON d.id = i.draft
       WHERE d.file <> ?
       GROUP BY i.identity, d.id
       ORDER BY mine.key, d.id`,
    )
    .all(JSON.stringify([...new Set(invoices.map(({ identity }) => identity))]), draft.file);
  const project = normalisePartyName(draft.projectName);
  return rows
    .map((row) => Hit.parse(row))
    .filter((hit) => hit.draft_id !== draft.draftId || isOther(normalisePartyName(hit.project), project));
}

/** A project that has no name yet is not another one. */
function isOther(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other;
}

function inWords(
  { identity, row, file, project }: z.infer<typeof Hit>,
  fileGone: boolean,
  readableFolder: (file: string) => string,
): ElsewhereInvoice {
  return {
    identity,
    draftName: path.parse(file).name,
    folder: readableFolder(file),
    projectName: project,
    row,
    fileGone,
  };
}

/** Only when the file system says that it is not there. */
function isGone(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    stat(file)
      .then(() => resolve(false))
      .catch((error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      .finally(() => clearTimeout(timer));
  });
}
