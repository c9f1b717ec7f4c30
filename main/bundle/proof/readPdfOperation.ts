import { z } from 'zod';
import { defineOperation } from '../../process/operation.ts';
import { PdfFacts } from './pdfFacts.ts';

/** Reads a PDF again in a child process, since pdf.js may hang or eat memory on what others attached. */
export const readPdfOperation = defineOperation({
  name: 'read-pdf',
  input: z.strictObject({ path: z.string().min(1) }),
  progress: z.strictObject({ page: z.number().int(), pages: z.number().int() }),
  output: PdfFacts,
});
