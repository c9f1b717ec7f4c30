import type { ServeFiles } from '../appScheme.ts';
import { placeholderPicture } from '../intake/pagePicture/placeholderPicture.ts';
import { type PagePictures, renderPagePictures } from '../tasks/renderPagePictures.ts';
import type { MainContext } from './MainContext.ts';

const ADDRESS = /^\/files\/([0-9a-f]{64})\/pages\/([1-9]\d{0,5})$/;
const WIDTH = /^\d{2,4}$/;
const LEAST_WIDTH = 40;
const MOST_WIDTH = 2400;

/**
 * Serves `app://chengce/files/SHA256/pages/N?width=W`: page N (from 1) of a file of the draft that is open, W (40 to
 * 2400, rounded up to steps) pixels wide, unturned. What cannot be drawn is answered with a picture that says why;
 * what is not in the open draft, with null.
 */
export function pagePictures({ drafts }: Pick<MainContext, 'drafts'>): ServeFiles {
  let held: { readonly session: string; readonly pictures: PagePictures } | null = null;
  return async (pathname, query) => {
    const [, sha256, page] = ADDRESS.exec(pathname) ?? [];
    const width = query.get('width') ?? '';
    if (sha256 === undefined || !WIDTH.test(width)) return null;
    const pixels = Number(width);
    if (pixels < LEAST_WIDTH || pixels > MOST_WIDTH) return null;
    const open = drafts.current();
    if (open === null) return null;
    if (held?.session !== open.session) {
      const pictures = renderPagePictures(open.draft);
      held = { session: open.session, pictures };
      open.signal.addEventListener('abort', () => void pictures.close(), { once: true });
    }
    const drawn = await held.pictures.render(sha256, Number(page), pixels);
    if (drawn === null) return null;
    return drawn.ok
      ? { type: drawn.type, bytes: new Uint8Array(drawn.bytes) }
      : { type: 'image/svg+xml', bytes: placeholderPicture(drawn.why) };
  };
}
