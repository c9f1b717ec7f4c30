import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readBlob } from '../../main/store/blobs/readBlob.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Draft } from '../../main/store/draft.ts';
import { saveEdits } from '../../main/store/saveEdits.ts';
import { type AddedPicture, type AddPictureOutcome, addPicture } from '../../main/tasks/addPicture.ts';
import type { RichDocument } from '../../shared/entities/richText.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

function newDraft(): { readonly draft: Draft; readonly path: string } {
  const path = join(testFolder(), '图片.chengce');
  return { draft: must(createDraft(path, sampleApplication(0))), path };
}

const picture = (format: 'png' | 'jpeg' | 'webp' | 'tiff', width = 320) =>
  sharp({ create: { width, height: width / 2, channels: 3, background: '#3366aa' } })
    [format]()
    .toBuffer();

const showing = (asset: string): RichDocument => ({
  type: 'doc',
  content: [{ type: 'image', attrs: { asset, alt: '', caption: '', widthPercent: 100 } }],
});

function taken(outcome: AddPictureOutcome): AddedPicture {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

function bytesOf(draft: Draft, sha256: string): Buffer {
  return Buffer.concat([...must(readBlob(draft, sha256)).pieces]);
}

describe('a picture for the plan', () => {
  it('is kept byte for byte when both writers print it as it is', async () => {
    const { draft } = newDraft();
    const bytes = await picture('png');
    const { sha256, widthPx, heightPx } = taken(await addPicture(draft, bytes));
    expect([widthPx, heightPx]).toEqual([320, 160]);
    expect(bytesOf(draft, sha256).equals(bytes)).toBe(true);
    closeDraft(draft);
  });

  it.each(['webp', 'tiff'] as const)('becomes PNG when it is %s', async (format) => {
    const { draft } = newDraft();
    const { sha256 } = taken(await addPicture(draft, await picture(format)));
    expect((await sharp(bytesOf(draft, sha256)).metadata()).format).toBe('png');
    closeDraft(draft);
  });

  it('stays with the draft while the plan shows it, and goes when the plan no longer does', async () => {
    const { draft, path } = newDraft();
    const kept = taken(await addPicture(draft, await picture('png', 200))).sha256;
    const undone = taken(await addPicture(draft, await picture('jpeg', 400))).sha256;
    const plan = (asset: string) => ({ kind: 'plan', item: 'plan.1.2', value: showing(asset) }) as const;
    must(saveEdits(draft, [plan(undone)]));
    must(saveEdits(draft, [plan(kept)]));
    // Within the session it is still there: doing it again must work.
    expect(readBlob(draft, undone).ok).toBe(true);
    closeDraft(draft);
    const { draft: again } = mustOpen(path);
    expect(readBlob(again, kept).ok).toBe(true);
    expect(readBlob(again, undone)).toMatchObject({ ok: false, problem: { code: 'blob-missing' } });
    closeDraft(again);
  });

  it('is refused in words when it is none, is cut off, is empty, or is too large', async () => {
    const { draft } = newDraft();
    const whole = await picture('png', 2000);
    const refusals = [
      ['picture-empty', new Uint8Array()],
      ['picture-too-large', new Uint8Array(20 * 2 ** 20 + 1)],
      ['picture-type-unsupported', Buffer.from('<svg onload="x()"/>')],
      ['picture-type-unsupported', Buffer.from('%PDF-1.7\n1 0 obj')],
      ['file-damaged', whole.subarray(0, whole.length / 2)],
    ] as const;
    for (const [code, bytes] of refusals) {
      const outcome = await addPicture(draft, bytes);
      expect(outcome, code).toMatchObject({ ok: false, problem: { code } });
      if (!outcome.ok) expect(outcome.problem.message).toMatch(/。$/);
    }
    closeDraft(draft);
  });
});
