import type { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';

/** What became of a file that was to come into a draft. */
export interface AddedFile {
  readonly file: string;
  /** It is in the draft and can be bound, or kept beside what is bound, as far as intake can tell. */
  readonly ok: boolean;
  /** Id of the attachment; null when the file is not in the draft. */
  readonly id: string | null;
  readonly kind: string;
  readonly sniffedType: SniffedType;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly problems: readonly FileProblem[];
}
