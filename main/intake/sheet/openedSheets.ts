import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { Sheet } from './sheet.ts';

/** The sheets of a file, with what was left out of them, or why there are none. */
export type OpenedSheets =
  | { readonly ok: true; readonly sheets: readonly Sheet[]; readonly problems: readonly FileProblem[] }
  | { readonly ok: false; readonly problem: FileProblem };
