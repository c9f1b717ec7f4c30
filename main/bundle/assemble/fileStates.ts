import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { ParsedAssembleInput } from './assembleInput.ts';
import type { BoundVia } from './assembleResult.ts';
import type { MergeFile } from './mergeOperation.ts';

export type FileInput = ParsedAssembleInput['groups'][number]['files'][number];

/** Where a file stands on the ladder; replaced, never changed, as it goes down. */
export type FileState = {
  readonly file: FileInput;
  readonly via: BoundVia;
  /** The PDF whose pages are copied now: the file itself or what was made of it. */
  readonly path: string;
  /** What the guard compares with: the file itself, for pictures and OFD the PDF made of it. */
  readonly reference: string;
  readonly problems: readonly FileProblem[];
  /** The guard has seen these pages in this shape. */
  readonly proven: boolean;
  /** Pages of the file as far as known; 0 before it was opened. */
  readonly pagesIn: number;
  /** Why it is a placeholder. */
  readonly reason: string;
};

/** The state a file starts with; pictures and OFD come as the PDF made of them. */
export function firstState(file: FileInput): FileState {
  return {
    file,
    via: 'copy',
    path: file.path,
    reference: file.path,
    problems: [],
    proven: false,
    pagesIn: 0,
    reason: '',
  };
}

/** Reasons that lie in this attempt, not in the file. */
const OF_THE_ATTEMPT: ReadonlySet<string> = new Set(['file-missing', 'process-cancelled']);

/**
 * Gives a file up: a placeholder names it and says why. A reason known before is the one told, so that
 * a person reads the same words at the check, on the page and in the manifest.
 */
export function asPlaceholder(state: FileState, found: FileProblem): FileState {
  const problem = OF_THE_ATTEMPT.has(found.code) ? found : (state.file.knownProblem ?? found);
  return {
    ...state,
    via: 'placeholder',
    problems: [...state.problems.filter(({ code }) => code !== problem.code), problem],
    reason: problem.message,
    proven: true,
  };
}

/** The file as it goes into the next attempt. */
export function toMergeFile(state: FileState): MergeFile {
  const { file } = state;
  const { id, stamps } = file;
  if (state.via === 'placeholder') {
    const content = {
      kind: 'placeholder' as const,
      title: file.title,
      reason: state.reason,
      pages: Math.max(1, file.plannedPages ?? 1),
    };
    return { id, rotate: 0, content, stamps };
  }
  const content = { kind: 'pdf' as const, path: state.path, omitPages: [...file.omitPages] };
  return { id, rotate: file.rotate, content, stamps };
}
