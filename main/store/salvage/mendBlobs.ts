import { createHash } from 'node:crypto';
import { blobPieces } from '../blobs/blobPieces.ts';
import type { Draft } from '../draft.ts';
import { asRow } from '../sqlRow.ts';
import type { Carved } from './carveRows.ts';
import type { Loss } from './loss.ts';

const DAMAGED = JSON.stringify({
  code: 'content-damaged',
  message: '草稿损坏时这个文件的内容没能完整读出，请重新添加原件',
  severity: 'error',
});

/** Puts back the head of each stored file whose pieces or hash are still known. */
function restoreHeads(draft: Draft, carved: Carved): void {
  const known = carved.traces.get('blobs')?.keys.get('sqlite_autoindex_blobs_1') ?? new Map();
  for (const [id, [sha256]] of known) {
    if (typeof sha256 !== 'string') continue;
    draft.db.prepare('INSERT OR IGNORE INTO blobs VALUES (?, ?, 0, 0)').run(id, sha256);
  }
  draft.db.exec(
    'INSERT OR IGNORE INTO blobs (sha256, bytes, chunks) SELECT DISTINCT sha256, 0, 0 FROM attachments ' +
      'WHERE sha256 NOT IN (SELECT sha256 FROM blobs WHERE sha256 IS NOT NULL)',
  );
  draft.db.exec('DELETE FROM blob_chunks WHERE blob_id NOT IN (SELECT id FROM blobs)');
  // Lengths as they are now: what is short is told once, here, and not found again at each opening.
  draft.db.exec(
    'UPDATE blobs SET bytes = (SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blob_chunks WHERE blob_id = blobs.id), ' +
      'chunks = (SELECT COALESCE(MAX(seq) + 1, 0) FROM blob_chunks WHERE blob_id = blobs.id) ' +
      'WHERE sha256 IS NOT NULL',
  );
}

function isWhole(draft: Draft, id: number, chunks: number, sha256: string): boolean {
  const hash = createHash('sha256');
  for (const piece of blobPieces(draft, { id, bytes: 0, chunks })) hash.update(piece);
  return hash.digest('hex') === sha256;
}

function namesOf(draft: Draft, sha256: string): readonly string[] {
  const rows = draft.db
    .prepare('SELECT name FROM attachments WHERE sha256 = ? ORDER BY position')
    .all(sha256);
  return rows.map((row) => String(asRow(row).name));
}

function isPicture(draft: Draft, sha256: string): boolean {
  return (
    draft.db.prepare('SELECT 1 FROM plan_sections WHERE instr(document, ?) > 0').get(sha256) !== undefined
  );
}

/**
 * Hashes every stored file of a salvaged draft and names those that are not whole; their attachments
 * stay, marked, so that the owner sees which original to add again.
 */
export function mendBlobs(draft: Draft, carved: Carved): readonly Loss[] {
  restoreHeads(draft, carved);
  const files: string[] = [];
  let pictures = 0;
  for (const found of draft.db.prepare('SELECT * FROM blobs WHERE sha256 IS NOT NULL').all()) {
    const row = asRow(found);
    const sha256 = String(row.sha256);
    if (isWhole(draft, Number(row.id), Number(row.chunks), sha256)) continue;
    files.push(...namesOf(draft, sha256));
    if (isPicture(draft, sha256)) pictures += 1;
    const mark = "UPDATE attachments SET problems = json_insert(problems, '$[#]', json(?)) WHERE sha256 = ?";
    draft.db.prepare(mark).run(DAMAGED, sha256);
  }
  const losses: Loss[] = [];
  if (files.length > 0) {
    const list = files.map((name) => `「${name}」`).join('');
    const message = `附件内容：${files.length} 个文件的内容已损坏，需要重新添加原件（${list}）`;
    losses.push({ table: 'blobs', message, keys: files, raw: [] });
  }
  if (pictures > 0) {
    const message = `建设方案里有 ${pictures} 幅图片的内容已损坏，需要重新插入`;
    losses.push({ table: 'blobs', message, keys: [], raw: [] });
  }
  return losses;
}
