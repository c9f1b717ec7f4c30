import { rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeWorkFolder, removeWorkFolder, sweepAbandoned } from '../bundle/export/workFolder.ts';
import { createPageDrawer } from '../intake/pagePicture/createPageDrawer.ts';
import type { DrawnPage } from '../intake/pagePicture/drawPageOperation.ts';
import { readBlob } from '../store/blobs/readBlob.ts';
import { streamBlob } from '../store/blobs/streamBlob.ts';
import type { Draft } from '../store/draft.ts';

/** Pictures of the pages of files that lie in one open draft. */
export type PagePictures = {
  /** Null when the draft does not hold a file of this SHA-256. @param page from 1; @param width in pixels */
  readonly render: (sha256: string, page: number, width: number) => Promise<DrawnPage | null>;
  /** To be called before the draft is closed: ends the children and removes the plain files. */
  readonly close: () => Promise<void>;
};

const PREFIX = 'chengce-pages-';
/** Widths that are drawn; others are rounded up, so that a resized window does not draw everything anew. */
const WIDTHS = [80, 160, 240, 320, 480, 640, 800, 1000, 1200, 1600, 2000, 2400] as const;
const WIDEST = 2400;
const MOST_PICTURE_BYTES = 96 * 2 ** 20;
const MOST_FILE_BYTES = 2 ** 30;

/** Smallest width that is drawn and not below the asked one. */
export function drawnWidth(asked: number): number {
  return WIDTHS.find((width) => width >= asked) ?? WIDEST;
}

/**
 * Draws pages in killable children from plain copies in a temporary folder, since PDFium and sharp read files.
 * Pictures are kept in memory, files on the disk, both up to a limit, oldest use out first.
 */
export function renderPagePictures(draft: Draft): PagePictures {
  const drawer = createPageDrawer();
  const pictures = new Map<string, { readonly drawn: Promise<DrawnPage | null>; bytes: number }>();
  const files = new Map<string, { readonly path: Promise<string | null>; bytes: number; users: number }>();
  let folder: Promise<string> | null = null;
  let closed = false;

  const dropPictures = (): void => {
    let sum = [...pictures.values()].reduce((total, { bytes }) => total + bytes, 0);
    for (const [key, { bytes }] of pictures) {
      if (sum <= MOST_PICTURE_BYTES) return;
      pictures.delete(key);
      sum -= bytes;
    }
  };
  const dropFiles = async (): Promise<void> => {
    let sum = [...files.values()].reduce((total, { bytes }) => total + bytes, 0);
    for (const [sha256, { path: file, bytes, users }] of files) {
      if (sum <= MOST_FILE_BYTES) return;
      if (users > 0) continue;
      files.delete(sha256);
      sum -= bytes;
      await removeFile(await file);
    }
  };
  const copyOut = async (sha256: string): Promise<string | null> => {
    folder ??= openFolder();
    // Under a name of its own: the file of the same bytes may be on its way out.
    const file = path.join(await folder, `${sha256.slice(0, 16)}-${Math.random().toString(36).slice(2, 8)}`);
    if (closed) return null;
    const written = await streamBlob(draft, sha256, file);
    return written.ok ? file : null;
  };
  const draw = async (sha256: string, page: number, width: number): Promise<DrawnPage | null> => {
    const kept = files.get(sha256) ?? { path: copyOut(sha256), bytes: 0, users: 0 };
    files.delete(sha256);
    files.set(sha256, kept);
    kept.users += 1;
    try {
      const file = await kept.path;
      if (file === null) {
        files.delete(sha256);
        return closed ? null : { ok: false, why: 'damaged' };
      }
      kept.bytes = (await stat(file)).size;
      return await drawer.draw(file, page, width);
    } finally {
      kept.users -= 1;
      await dropFiles();
    }
  };

  return {
    render: async (sha256, page, asked) => {
      if (closed || !readBlob(draft, sha256).ok) return null;
      const width = drawnWidth(asked);
      const key = `${sha256} ${page} ${width}`;
      const kept = pictures.get(key) ?? { drawn: draw(sha256, page, width), bytes: 0 };
      pictures.delete(key);
      pictures.set(key, kept);
      const drawn = await kept.drawn;
      if (drawn?.ok === true) kept.bytes = drawn.bytes.byteLength;
      // Another look may go better: a machine short of memory, a stick that was pulled.
      else pictures.delete(key);
      dropPictures();
      return drawn;
    },
    close: async () => {
      closed = true;
      drawer.close();
      pictures.clear();
      if (folder !== null) await removeWorkFolder(await folder);
    },
  };
}

async function openFolder(): Promise<string> {
  await sweepAbandoned(os.tmpdir(), PREFIX).catch(() => undefined);
  return makeWorkFolder(os.tmpdir(), PREFIX);
}

async function removeFile(file: string | null): Promise<void> {
  if (file === null) return;
  await rm(file, { force: true }).catch(() => undefined);
}
