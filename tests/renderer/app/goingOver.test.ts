import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../shared/contract/Reply.ts';
import type { Edit } from '../../../shared/edits/edit.ts';

// What is typed between the last save of one draft and the moment the next is shown has nowhere to go.

class Field {
  readonly isConnected = true;
  inert = false;
  blurred: () => void = () => {};
  focus(): void {
    page.activeElement = this;
  }
  blur(): void {
    page.activeElement = page.body;
    this.blurred();
  }
}

const body = new Field();
const page: { body: Field; activeElement: Field; root: Field } = {
  body,
  activeElement: body,
  root: new Field(),
};
let stored: Edit[] = [];
let disk: Reply<{ savedAt: string }> = { ok: true, value: { savedAt: '2026-01-01T00:00:00.000Z' } };
let stillAtOpening: boolean | null = null;

async function invoke(channel: string, input: { edits?: Edit[] }): Promise<Reply<unknown>> {
  if (channel === 'draft:save') {
    if (disk.ok) stored.push(...(input.edits ?? []));
    return disk;
  }
  stillAtOpening = page.root.inert;
  return { ok: false, problem: { code: 'draft-missing', message: '找不到这份草稿。' } };
}

async function parts() {
  const { openRecent } = await import('../../../renderer/app/drafts.ts');
  const { draftStore } = await import('../../../renderer/draft/draftStore.ts');
  const { startSaving, queueSave } = await import('../../../renderer/draft/saveQueue.ts');
  const { readDialog } = await import('../../../renderer/app/dialogs.ts');
  return { openRecent, draftStore, startSaving, queueSave, readDialog };
}

const words: Edit = { kind: 'answer', field: 'name', value: '智能' };

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('HTMLElement', Field);
  vi.stubGlobal('document', {
    body,
    getElementById: () => page.root,
    get activeElement() {
      return page.activeElement;
    },
  });
  vi.stubGlobal('window', { chengce: { invoke, on: () => () => {} } });
  page.root = new Field();
  page.activeElement = body;
  stored = [];
  disk = { ok: true, value: { savedAt: '2026-01-01T00:00:00.000Z' } };
  stillAtOpening = null;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A draft is open; only what the way over asks of it is there. */
async function withDraft() {
  const all = await parts();
  const info = { session: 's', name: 'a', folder: '', readOnly: false, sample: false, notices: [] };
  const state = { info, saving: { kind: 'saved', at: null }, past: [], future: [] };
  all.draftStore.setState(state as unknown as ReturnType<typeof all.draftStore.getState>, true);
  all.startSaving('s');
  return all;
}

describe('going over to another draft', () => {
  it('takes no more words while the other is opened, and gives the keyboard back when it stays', async () => {
    const { openRecent, queueSave } = await withDraft();
    const field = new Field();
    field.focus();
    // A field hands over what was written when it is left.
    field.blurred = () => queueSave([words]);
    expect(await openRecent('other')).toBe(false);
    expect(stillAtOpening).toBe(true);
    expect(stored).toEqual([words]);
    expect(page.root.inert).toBe(false);
    expect(page.activeElement).toBe(field);
  });

  it('can be answered when something was not saved, and is still again after it', async () => {
    const { openRecent, queueSave, readDialog } = await withDraft();
    disk = { ok: false, problem: { code: 'disk-full', message: '磁盘空间已满。' } };
    queueSave([words]);
    const over = openRecent('other');
    await vi.waitFor(() => expect(readDialog()?.kind).toBe('unsaved'));
    expect(page.root.inert, 'the question can be answered').toBe(false);
    const dialog = readDialog();
    if (dialog?.kind === 'unsaved') dialog.leave();
    expect(await over).toBe(false);
    expect(stillAtOpening).toBe(true);
    expect(page.root.inert).toBe(false);
  });

  it('holds nothing still when no draft is open', async () => {
    const { openRecent } = await parts();
    await openRecent('other');
    expect(stillAtOpening).toBe(false);
  });
});
