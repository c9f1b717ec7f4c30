import type { PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import { serve, serveOperations } from '../../process/serveOperations.ts';
import { typesetterOf } from './typeset.ts';
import { type PageCounts, typesetNumbered } from './typesetNumbered.ts';
import { typesetOperation } from './typesetOperation.ts';

// Entry of the process that typesets; a window keeps one for the preview, an export has its own.
const pictures = new Map<string, PictureAsset>();
let last: PageCounts | undefined;

serveOperations([
  serve(typesetOperation, async (input) => {
    for (const picture of input.pictures) pictures.set(picture.sha256, picture);
    const shown = new Set(input.shown);
    for (const sha256 of pictures.keys()) if (!shown.has(sha256)) pictures.delete(sha256);
    const { document, groups, date, tagged } = input;
    const typesetter = typesetterOf(input.fontsDir);
    const numbered = typesetNumbered(typesetter, document, groups, { assets: pictures, date, tagged }, last);
    last = numbered.typeset;
    return numbered;
  }),
]);
