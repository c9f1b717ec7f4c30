import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Draft } from './draft.ts';
import { statement } from './statement.ts';

const MetaRow = z.object({
  draft_id: z.string().min(1),
  call_id: z.string().min(1),
  call_revision: z.number().int().min(1),
  created_at: z.string(),
  created_by: z.string(),
});

/** What a draft is, apart from its content. A copy of a file keeps the draft's id. */
export type DraftMeta = {
  readonly draftId: string;
  readonly call: { readonly id: string; readonly revision: number };
  readonly createdAt: string;
  readonly createdBy: string;
};

/** Reads the draft's identity and the call it was made for; whether that call is known is judged elsewhere. */
export function readMeta(draft: Draft): DraftMeta {
  const row = MetaRow.parse(statement(draft, 'SELECT * FROM meta WHERE id = 1').get());
  return {
    draftId: row.draft_id,
    call: { id: row.call_id, revision: row.call_revision },
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

/** Writes the identity of a new draft inside the caller's transaction. */
export function fillMeta(draft: Draft, call: DraftMeta['call']): void {
  statement(draft, 'INSERT INTO meta VALUES (1, ?, ?, ?, ?, ?)').run(
    randomUUID(),
    call.id,
    call.revision,
    draft.now().toISOString(),
    draft.who,
  );
}

/** Changes the call inside the caller's transaction (a restored version may be of an earlier revision). */
export function fillCall(draft: Draft, call: DraftMeta['call']): void {
  statement(draft, 'UPDATE meta SET call_id = ?, call_revision = ? WHERE id = 1').run(call.id, call.revision);
}
