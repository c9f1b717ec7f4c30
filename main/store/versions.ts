import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { Application } from '../../shared/entities/application.ts';
import { recordChange } from './changes.ts';
import type { Draft } from './draft.ts';
import { fillApplication } from './fillApplication.ts';
import { loadApplication } from './loadApplication.ts';
import { fillCall } from './meta.ts';
import { formatOf } from './opening/migrate.ts';
import { asRow } from './sqlRow.ts';
import { statement } from './statement.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';
import { write } from './write.ts';

const VersionRow = z.object({
  id: z.number().int(),
  kind: z.enum(['named', 'automatic']),
  name: z.string(),
  at: z.string(),
  who: z.string(),
});

/** A snapshot of the application: `named` by a person and kept, or `automatic` and thinned out. */
export type Version = z.infer<typeof VersionRow>;

const AUTOMATIC_KEPT = 20;

function blobsNamedIn(application: Application): ReadonlySet<string> {
  const found = new Set(application.attachments.map((attachment) => attachment.sha256));
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (key === 'asset' && typeof value === 'string') found.add(value);
        else visit(value);
      }
    }
  };
  visit(application.plan);
  return found;
}

/** Keeps the application as it stands inside the caller's transaction; returns the version's id. */
function keep(draft: Draft, kind: Version['kind'], name: string): number {
  const application = loadApplication(draft);
  const snapshot = gzipSync(JSON.stringify(application));
  const at = draft.now().toISOString();
  const id = Number(
    statement(
      draft,
      'INSERT INTO versions (kind, name, at, who, format, snapshot) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(kind, name, at, draft.who, formatOf(draft.db), snapshot).lastInsertRowid,
  );
  for (const sha256 of blobsNamedIn(application)) {
    statement(draft, 'INSERT INTO version_blobs VALUES (?, ?)').run(id, sha256);
  }
  const thin =
    "DELETE FROM versions WHERE kind = 'automatic' AND id NOT IN " +
    "(SELECT id FROM versions WHERE kind = 'automatic' ORDER BY id DESC LIMIT ?)";
  statement(draft, thin).run(AUTOMATIC_KEPT);
  return id;
}

/**
 * Keeps a snapshot of the whole application (without copying stored files: those it names are kept as
 * long as the version is). Named ones stay; of the automatic ones the newest 20.
 */
export function saveVersion(
  draft: Draft,
  name: string,
  kind: Version['kind'] = 'named',
): StoreOutcome<{ readonly id: number }> {
  return write(draft, () => {
    const id = keep(draft, kind, name);
    if (kind === 'named') recordChange(draft, `versions[${id}]`, null, JSON.stringify(name), 'rows');
    return { id };
  });
}

/** Every version, newest first. */
export function listVersions(draft: Draft): readonly Version[] {
  return statement(draft, 'SELECT id, kind, name, at, who FROM versions ORDER BY id DESC')
    .all()
    .map((row) => VersionRow.parse(row));
}

/** Reads the application a version holds. */
export function readVersion(draft: Draft, id: number): StoreOutcome<Application> {
  const found = statement(draft, 'SELECT snapshot FROM versions WHERE id = ?').get(id);
  if (found === undefined) return refused('version-missing', String(id));
  const { snapshot } = asRow(found);
  try {
    if (!(snapshot instanceof Uint8Array)) throw new TypeError('no snapshot');
    return { ok: true, value: Application.parse(JSON.parse(gunzipSync(snapshot).toString('utf8'))) };
  } catch (error) {
    return refused('version-unreadable', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Puts a version in the place of the application as it stands, which is kept as an automatic version
 * first: nothing is lost by restoring. Returns that version's id.
 */
export function restoreVersion(draft: Draft, id: number): StoreOutcome<{ readonly before: number }> {
  const version = readVersion(draft, id);
  if (!version.ok) return version;
  return write(draft, () => {
    const before = keep(draft, 'automatic', '恢复历史版本之前');
    fillApplication(draft, version.value);
    fillCall(draft, version.value.call);
    const named = (version: number): string => JSON.stringify({ version });
    recordChange(draft, 'application', named(before), named(id), 'rows');
    return { before };
  });
}

/** Removes a version; stored files only it named go when the draft is closed. */
export function removeVersion(draft: Draft, id: number): StoreOutcome<void> {
  const outcome = write(draft, () => statement(draft, 'DELETE FROM versions WHERE id = ?').run(id).changes);
  if (!outcome.ok) return outcome;
  return outcome.value === 0 ? refused('version-missing', String(id)) : { ok: true, value: undefined };
}
