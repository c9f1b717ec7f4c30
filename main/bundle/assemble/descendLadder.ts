import { join } from 'node:path';
import { assertNever } from '../../../shared/assertNever.ts';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { ProcessPool } from '../../process/createProcessPool.ts';
import type { Outcome } from '../../process/outcome.ts';
import {
  type Converted,
  imageOperation,
  importOperation,
  ofdOperation,
  rasterOperation,
} from './bindOperations.ts';
import { unreadable } from './bindProblems.ts';
import { asPlaceholder, type FileState } from './fileStates.ts';

/** What the steps of the ladder work with. */
export type Ladder = {
  readonly pool: ProcessPool;
  /** Folder for what is made of files; removed afterwards. */
  readonly folder: string;
  readonly photoDpi: number | null;
  readonly signal: AbortSignal | undefined;
  readonly idleMs: number;
  /** A name for a temporary file that nobody else uses. */
  readonly nextName: () => string;
};

/** No file may take longer than this, however steadily it reports progress. */
const TOTAL_MS = 15 * 60_000;

/** Turns a picture or an OFD into the PDF that is bound in its stead. */
export async function convertFile(
  state: FileState,
  via: 'image' | 'ofd',
  ladder: Ladder,
): Promise<FileState> {
  const out = join(ladder.folder, ladder.nextName());
  const { path } = state.file;
  const outcome =
    via === 'ofd'
      ? await ladder.pool.run(ofdOperation, { path, out }, limits(ladder))
      : await ladder.pool.run(imageOperation, { path, out, maxDpi: ladder.photoDpi }, limits(ladder));
  const converted = conversion(outcome);
  if (!converted.ok) return asPlaceholder(state, converted.problem);
  const problems = [...state.problems, ...converted.problems];
  return { ...state, via, path: out, reference: out, pagesIn: converted.pages, problems };
}

/**
 * Moves a file that could not be bound as it is one step down: PDFium writes it anew, then
 * every page becomes a picture, then a placeholder names it. Each step is only tried once.
 * @param problem why the present step failed, for a placeholder that follows at once
 */
export async function descendLadder(
  state: FileState,
  problem: FileProblem,
  ladder: Ladder,
): Promise<FileState> {
  switch (state.via) {
    case 'copy': {
      const next = await redo(state, 'pdfium', ladder);
      return next.via === 'placeholder' && !isFinal(next)
        ? descendLadder({ ...state, via: 'pdfium' }, problem, ladder)
        : next;
    }
    case 'pdfium':
      return redo(state, 'raster', ladder);
    case 'image':
    case 'ofd':
    case 'raster':
      return asPlaceholder(state, problem);
    case 'placeholder':
      return state;
    default:
      return assertNever(state.via);
  }
}

/** A password or a type that nothing can open: the picture step would fail the same way. */
function isFinal(state: FileState): boolean {
  return state.problems.some(({ code }) => code === 'file-encrypted' || code === 'process-cancelled');
}

async function redo(state: FileState, via: 'pdfium' | 'raster', ladder: Ladder): Promise<FileState> {
  const out = join(ladder.folder, ladder.nextName());
  const operation = via === 'pdfium' ? importOperation : rasterOperation;
  const { path, rotate } = state.file;
  const outcome = await ladder.pool.run(operation, { path, out, rotate }, limits(ladder));
  const converted = conversion(outcome);
  if (!converted.ok) return asPlaceholder(state, converted.problem);
  const problems = [...state.problems, ...converted.problems];
  return { ...state, via, path: out, pagesIn: converted.pages, problems };
}

function limits(ladder: Ladder) {
  return { idleMs: ladder.idleMs, totalMs: TOTAL_MS, signal: ladder.signal };
}

function conversion(outcome: Outcome<Converted>): Converted {
  if (outcome.ok) return outcome.value;
  const { code, message } = outcome.problem;
  const problem =
    code === 'process-failed' ? unreadable(message) : { code, message, severity: 'error' as const };
  return { ok: false, problem };
}
