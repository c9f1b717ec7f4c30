// fontkit 2 ships no types; pdf-lib describes the part of it that it uses.
declare module 'fontkit' {
  import type { PDFDocument } from 'pdf-lib';

  type Engine = Parameters<PDFDocument['registerFontkit']>[0];
  export const create: Engine['create'];
}
