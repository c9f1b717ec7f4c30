import { serve, serveOperations } from '../../process/serveOperations.ts';
import { extractPdf } from './extractPdf.ts';
import { readPdfOperation } from './readPdfOperation.ts';

serveOperations([
  serve(readPdfOperation, ({ path }, report) => extractPdf(path, (page, pages) => report({ page, pages }))),
]);
