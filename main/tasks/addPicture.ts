import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPictures } from '../bundle/export/loadPictures.ts';
import { inspectFile } from '../intake/inspectFiles.ts';
import { addBlob } from '../store/blobs/addBlob.ts';
import type { Draft } from '../store/draft.ts';

/** A picture the draft holds now: what the plan's text names it by, and its size upright. */
export type AddedPicture = { readonly sha256: string; readonly widthPx: number; readonly heightPx: number };

export type AddPictureOutcome =
  | { readonly ok: true; readonly value: AddedPicture }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

const LARGEST_MB = 20;
/** Below this a picture stays byte for byte as it came; above, what print does not need is left out. */
const KEPT_AS_IS_BYTES = 3 * 2 ** 20;
/** Work folders carry this name, so that an abandoned one is known for what it is. */
const FOLDER = 'chengce-picture-';

/**
 * Keeps a picture for the plan's text in the draft. It is looked at and decoded in child processes that can be
 * killed, so that a picture made to do harm costs only itself; what both writers could not print is refused here,
 * in words, and not at the export. A PNG or JPEG of moderate size is kept as it is; others (WebP, TIFF, a camera's
 * ten megabytes) become what would be printed: upright, sRGB, no wider than the text needs at 300 dpi.
 *
 * Nothing refers to the blob until the text does; should that never happen, it goes when the draft closes.
 */
export async function addPicture(
  draft: Draft,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<AddPictureOutcome> {
  if (bytes.byteLength === 0) return refused('picture-empty', '图片是空的，没有内容。');
  if (bytes.byteLength > LARGEST_MB * 2 ** 20)
    return refused('picture-too-large', `图片超过 ${LARGEST_MB} MB，请缩小后再试。`);
  const folder = await mkdtemp(path.join(tmpdir(), FOLDER));
  try {
    const file = path.join(folder, 'picture');
    await writeFile(file, bytes);
    // Both in processes of their own, at the same time: one waits for a picture half as long.
    const [{ ok, sniffedType, pages, problems }, { assets }] = await Promise.all([
      inspectFile(file, signal === undefined ? {} : { signal }),
      loadPictures([FOLDER], new Map([[FOLDER, file]]), signal),
    ]);
    const isPicture = /^(png|jpeg|webp|tiff)$/.test(sniffedType);
    if (!isPicture) return refused('picture-type-unsupported', '这不是 PNG、JPEG、WebP 或 TIFF 图片。');
    const wrong = problems.find(({ severity }) => severity === 'error');
    if (!ok || pages === null)
      return refused(wrong?.code ?? 'file-damaged', `${wrong?.message ?? '图片无法读取'}。`);
    const printed = assets.get(FOLDER);
    if (printed === undefined) return refused('picture-unprintable', '图片无法读出，请另存为 PNG 后再试。');
    const asItIs = (sniffedType === 'png' || sniffedType === 'jpeg') && bytes.byteLength <= KEPT_AS_IS_BYTES;
    if (signal?.aborted === true) return refused('draft-closed', '草稿已经关闭，图片没有存入。');
    const blob = await addBlob(draft, once(asItIs ? bytes : printed.bytes));
    if (!blob.ok) return refused(blob.problem.code, `${blob.problem.message}。`);
    const { widthPx, heightPx } = printed;
    return { ok: true, value: { sha256: blob.value.sha256, widthPx, heightPx } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

function refused(code: string, message: string): Extract<AddPictureOutcome, { ok: false }> {
  return { ok: false, problem: { code, message } };
}
