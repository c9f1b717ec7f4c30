import type { Migration } from './migration.ts';

/**
 * The tables of the first format. All are STRICT and have a rowid (no WITHOUT ROWID): the salvage
 * reads leaf pages of one shape only, and the index of a text key tells which rows are missing.
 * Money is integer 分, dates are ISO text, lists inside a row are JSON.
 */
const TABLES = `
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  draft_id TEXT NOT NULL,
  call_id TEXT NOT NULL,
  call_revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE answers (
  field TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE direction (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  direction_id TEXT,
  kind_id TEXT,
  form_ids TEXT NOT NULL,
  scenario_ids TEXT NOT NULL,
  contents TEXT NOT NULL
) STRICT;

CREATE TABLE targets (
  target TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE own_indicators (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE consortium (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  lead INTEGER NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  roles TEXT NOT NULL,
  address TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  task TEXT NOT NULL,
  introduction TEXT NOT NULL
) STRICT;

CREATE TABLE budget (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  item TEXT NOT NULL,
  detail TEXT NOT NULL,
  amount_fen INTEGER,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE invoices (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  issued_on TEXT,
  net_fen INTEGER,
  tax_fen INTEGER,
  total_fen INTEGER,
  check_code TEXT NOT NULL,
  buyer_name TEXT NOT NULL,
  buyer_tax_id TEXT NOT NULL,
  seller_name TEXT NOT NULL,
  seller_tax_id TEXT NOT NULL,
  claimed_fen INTEGER,
  category TEXT NOT NULL,
  use TEXT NOT NULL,
  red_letter_code TEXT,
  red_letter_number TEXT,
  voucher TEXT NOT NULL,
  note TEXT NOT NULL,
  lines TEXT NOT NULL,
  copies TEXT NOT NULL
) STRICT;
CREATE INDEX invoices_by_number ON invoices (number, code);
CREATE INDEX invoices_by_date ON invoices (issued_on);
CREATE INDEX invoices_by_category ON invoices (category);
CREATE INDEX invoices_by_voucher ON invoices (voucher) WHERE voucher <> '';

CREATE TABLE ledger_projects (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  style TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  expense_type TEXT,
  year INTEGER,
  opening_fen INTEGER,
  printed_totals TEXT,
  summary_fen INTEGER,
  claimed_fen INTEGER
) STRICT;

CREATE TABLE ledger_rows (
  project_id TEXT NOT NULL REFERENCES ledger_projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  date TEXT,
  voucher_kind TEXT NOT NULL,
  voucher_number TEXT NOT NULL,
  summary TEXT NOT NULL,
  voucher_fen INTEGER,
  collected_fen INTEGER,
  credit_fen INTEGER,
  balance_fen INTEGER,
  balance_side TEXT,
  details TEXT NOT NULL,
  PRIMARY KEY (project_id, id)
) STRICT;
CREATE INDEX ledger_rows_by_voucher ON ledger_rows (voucher_number, date);

CREATE TABLE plan_sections (
  outline_id TEXT PRIMARY KEY NOT NULL,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE blobs (
  id INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,
  bytes INTEGER NOT NULL,
  chunks INTEGER NOT NULL
) STRICT;

CREATE TABLE blob_chunks (
  blob_id INTEGER NOT NULL REFERENCES blobs (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (blob_id, seq)
) STRICT;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  bytes INTEGER NOT NULL,
  sniffed_type TEXT NOT NULL,
  pages INTEGER,
  encrypted INTEGER NOT NULL,
  blank_pages TEXT NOT NULL,
  dpi REAL,
  colour_pages INTEGER,
  problems TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  rotate INTEGER NOT NULL,
  omit_pages TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_by_blob ON attachments (sha256);

CREATE TABLE settings (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE set_aside (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  format INTEGER NOT NULL,
  snapshot BLOB NOT NULL
) STRICT;

CREATE TABLE version_blobs (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (version_id, sha256)
) STRICT;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  path TEXT NOT NULL,
  old_value TEXT,
  new_value TEXT
) STRICT;

CREATE TABLE losses (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  table_name TEXT NOT NULL,
  message TEXT NOT NULL,
  raw TEXT
) STRICT;
`;

/** The first format of a draft. */
export const firstTables: Migration = { to: 1, name: 'first-tables', up: (db) => db.exec(TABLES) };
