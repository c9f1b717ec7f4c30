import type { Draft } from '../draft.ts';
import { asRow } from '../sqlRow.ts';
import { statement } from '../statement.ts';

/**
 * Every blob that no attachment, no picture of the plan and no version refers to, and every one whose
 * adding was interrupted (no hash).
 */
const ORPHANS = `
  SELECT id FROM blobs WHERE sha256 IS NULL OR (
    sha256 NOT IN (SELECT sha256 FROM attachments)
    AND sha256 NOT IN (SELECT sha256 FROM version_blobs)
    AND sha256 NOT IN (
      SELECT node.atom FROM plan_sections, json_tree(plan_sections.document) AS node
      WHERE node.key = 'asset' AND node.type = 'text'
    )
  )`;

/** Removes stored files nothing refers to, inside the caller's transaction; returns how many. */
export function collectOrphans(draft: Draft): number {
  const orphans = statement(draft, ORPHANS)
    .all()
    .map((row) => Number(asRow(row).id))
    .filter((id) => !draft.state.adding.has(id));
  for (const id of orphans) statement(draft, 'DELETE FROM blobs WHERE id = ?').run(id);
  return orphans.length;
}

/** Whether there is anything to collect, without writing. */
export function hasOrphans(draft: Draft): boolean {
  return statement(draft, `${ORPHANS} LIMIT 1`).get() !== undefined;
}
