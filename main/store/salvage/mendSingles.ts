import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { ApplicationSettings, DirectionChoice } from '../../../shared/entities/application.ts';
import { fillDirection, readDirection } from '../direction.ts';
import type { Draft } from '../draft.ts';
import { readMeta } from '../meta.ts';
import { settings } from '../settings.ts';
import { asRow } from '../sqlRow.ts';
import type { Carved } from './carveRows.ts';
import type { Loss } from './loss.ts';
import type { LastVersion } from './putBackLost.ts';

const CallRef = z.object({ call: z.object({ id: z.string().min(1), revision: z.number().int().min(1) }) });

function succeeds(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

/** What the history's first or last entry of a path holds; undefined when there is none to be read. */
function inHistory(draft: Draft, path: string, which: 'first' | 'last'): unknown {
  const order = which === 'first' ? 'ASC' : 'DESC';
  const sql = `SELECT new_value FROM changes WHERE path = ? ORDER BY id ${order} LIMIT 1`;
  const entry = draft.db.prepare(sql).get(path);
  try {
    return entry === undefined ? undefined : JSON.parse(String(asRow(entry).new_value));
  } catch {
    return undefined;
  }
}

/** The call as the newest version or the history's first entry tells it. */
function callElsewhere(draft: Draft, last: LastVersion): { id: string; revision: number } | null {
  if (last !== null) return last.application.call;
  const parsed = CallRef.safeParse(inHistory(draft, 'application', 'first'));
  return parsed.success ? parsed.data.call : null;
}

/** Makes sure the draft knows which call it is for; false when nothing in the file tells it. */
export function mendMeta(draft: Draft, last: LastVersion): boolean {
  if (succeeds(() => readMeta(draft))) return true;
  const call = callElsewhere(draft, last);
  if (call === null) return false;
  draft.db.exec('DELETE FROM meta');
  const at = draft.now().toISOString();
  const put =
    'INSERT INTO meta (id, draft_id, call_id, call_revision, created_at, created_by) VALUES (1, ?, ?, ?, ?, ?)';
  draft.db.prepare(put).run(randomUUID(), call.id, call.revision, at, draft.who);
  return true;
}

function mendDirection(draft: Draft, last: LastVersion): readonly Loss[] {
  const stored = succeeds(() => DirectionChoice.parse(readDirection(draft)));
  if (stored) return [];
  const before = DirectionChoice.safeParse(inHistory(draft, 'direction', 'last'));
  if (before.success) {
    fillDirection(draft, before.data);
    return [{ table: 'direction', message: '申报方向：已用修改记录补回', keys: [], raw: [] }];
  }
  fillDirection(draft, last?.application.direction ?? DirectionChoice.parse({}));
  const message =
    last === null
      ? '申报方向：丢失，需要重新选择'
      : `申报方向：用 ${last.version.at.slice(0, 10)} 的历史版本补回，可能不是最新`;
  return [{ table: 'direction', message, keys: [], raw: [] }];
}

function mendSettings(draft: Draft): readonly Loss[] {
  if (succeeds(() => ApplicationSettings.parse(settings.read(draft)))) return [];
  settings.fill(draft, ApplicationSettings.parse({}));
  return [{ table: 'settings', message: '打印设置：无法读出，已恢复为默认', keys: [], raw: [] }];
}

/** Versions and history: what can no longer be read is taken out and counted. */
function mendPast(draft: Draft, carved: Carved): readonly Loss[] {
  const losses: Loss[] = [];
  const unreadable = draft.db
    .prepare('SELECT id, name, at, snapshot FROM versions')
    .all()
    .map(asRow)
    .filter(({ snapshot }) => !(snapshot instanceof Uint8Array && succeeds(() => gunzipSync(snapshot))));
  for (const { id } of unreadable) draft.db.prepare('DELETE FROM versions WHERE id = ?').run(id);
  draft.db.exec('DELETE FROM version_blobs WHERE version_id NOT IN (SELECT id FROM versions)');
  const trace = carved.traces.get('versions');
  const versions = unreadable.length + (trace?.broken ?? 0);
  if (versions > 0 || (trace?.lostPages ?? 0) > 0) {
    const message = versions > 0 ? `历史版本：${versions} 个无法读出` : '历史版本：可能有丢失，个数不明';
    losses.push({ table: 'versions', message, keys: [], raw: [] });
  }
  const kept = asRow(
    draft.db.prepare('SELECT COUNT(*) AS n, COALESCE(MAX(id), 0) AS last FROM changes').get(),
  );
  const gone = Number(kept.last) - Number(kept.n);
  const lost = [
    ...(gone > 0 ? [`${gone} 条无法读出`] : []),
    ...((carved.traces.get('changes')?.lostPages ?? 0) > 0 ? ['最近的几条可能丢失'] : []),
  ];
  if (lost.length > 0)
    losses.push({ table: 'changes', message: `修改记录：${lost.join('，')}`, keys: [], raw: [] });
  return losses;
}

/** Mends what a draft has exactly one of, and its past. */
export function mendSingles(draft: Draft, carved: Carved, last: LastVersion): readonly Loss[] {
  return [...mendDirection(draft, last), ...mendSettings(draft), ...mendPast(draft, carved)];
}
