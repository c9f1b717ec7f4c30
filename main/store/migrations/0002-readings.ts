import type { Migration } from './migration.ts';

/** What the files in a draft told of invoices: evidence beside the rows. Lists inside a row are JSON. */
const TABLES = `
CREATE TABLE readings (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  attachment_id TEXT NOT NULL,
  invoice_id TEXT,
  confirmed INTEGER NOT NULL,
  pages TEXT NOT NULL,
  fields TEXT NOT NULL,
  lines TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;
CREATE INDEX readings_by_attachment ON readings (attachment_id);
`;

/** Drafts remember what was read from their files. */
export const addReadings: Migration = { to: 2, name: 'readings', up: (db) => db.exec(TABLES) };
