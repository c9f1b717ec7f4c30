import type { Migration } from './migration.ts';

/** Figures of the financial statements, by the field of the form they are compared with. */
const TABLES = `
CREATE TABLE statements (
  field TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
`;

/** Drafts keep the few figures of the statements beside the answers. */
export const addStatements: Migration = { to: 3, name: 'statements', up: (db) => db.exec(TABLES) };
