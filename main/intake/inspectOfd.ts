import { assertNever } from '../../shared/assertNever.ts';
import type { FileProblem } from '../../shared/entities/attachment.ts';
import { FILE_PROBLEMS } from './fileProblems.ts';
import { NO_FACTS, type PageFacts } from './inspection.ts';
import { inspectPdf } from './inspectPdf.ts';
import { ofdToPdf } from './ofd/ofdToPdf.ts';

/** Looks at an OFD as it will be printed: drawn as a PDF. What could not be drawn is told. */
export async function inspectOfd(
  path: string,
  render: boolean,
  onPage: (page: number) => void,
): Promise<PageFacts> {
  const drawn = await ofdToPdf(path, onPage);
  if (!drawn.ok) {
    return { ...NO_FACTS, encrypted: drawn.code === 'file-encrypted', problems: [refusal(drawn.code)] };
  }
  const facts = await inspectPdf(drawn.pdf, render, onPage);
  if (drawn.missing.length === 0) return facts;
  return { ...facts, problems: [...facts.problems, FILE_PROBLEMS.ofdIncomplete(drawn.missing)] };
}

function refusal(code: 'file-encrypted' | 'file-damaged' | 'file-too-large'): FileProblem {
  switch (code) {
    case 'file-encrypted':
      return FILE_PROBLEMS.encrypted();
    case 'file-damaged':
      return FILE_PROBLEMS.ofdDamaged();
    case 'file-too-large':
      return FILE_PROBLEMS.ofdTooLarge();
    default:
      return assertNever(code);
  }
}
