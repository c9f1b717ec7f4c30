import { FILE_PROBLEMS } from './fileProblems.ts';
import { NO_FACTS, type PageFacts } from './inspection.ts';
import { inspectPdf, pdfRefusal } from './inspectPdf.ts';
import { ofdToPdf } from './ofd/ofdToPdf.ts';

/** Looks at an OFD as it will be printed: drawn as a PDF. What could not be drawn is told. */
export async function inspectOfd(
  path: string,
  render: boolean,
  onPage: (page: number) => void,
): Promise<PageFacts> {
  const drawn = await ofdToPdf(path, onPage);
  if (!drawn.ok) {
    const problem = drawn.code === 'file-too-large' ? FILE_PROBLEMS.ofdTooLarge() : pdfRefusal(drawn.code);
    return { ...NO_FACTS, encrypted: drawn.code === 'file-encrypted', problems: [problem] };
  }
  const facts = await inspectPdf(drawn.pdf, render, onPage);
  if (drawn.missing.length === 0) return facts;
  return { ...facts, problems: [...facts.problems, FILE_PROBLEMS.ofdIncomplete(drawn.missing)] };
}
