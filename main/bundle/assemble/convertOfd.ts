import { writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import { FILE_PROBLEMS } from '../../intake/fileProblems.ts';
import { ofdToPdf } from '../../intake/ofd/ofdToPdf.ts';
import type { Converted, ofdOperation } from './bindOperations.ts';
import { openProblem } from './bindProblems.ts';

/** Draws an OFD as the PDF that is bound in its stead; the file itself stays as it is. What is lacking is told. */
export async function convertOfd(
  { path, out }: z.output<typeof ofdOperation.input>,
  report: (progress: { page: number }) => void,
): Promise<Converted> {
  const drawn = await ofdToPdf(path, (page) => report({ page }));
  if (!drawn.ok) return { ok: false, problem: openProblem(drawn.code) };
  await writeFile(out, drawn.pdf);
  const problems = drawn.missing.length === 0 ? [] : [FILE_PROBLEMS.ofdIncomplete(drawn.missing)];
  return { ok: true, pages: drawn.pages, problems };
}
