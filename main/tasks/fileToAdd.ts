/** A file that is to come into a draft. */
export interface FileToAdd {
  /** Absolute. */
  readonly path: string;
  readonly kind: string;
  /** How the caller names the file. */
  readonly ref: string;
  /** Name in the draft; that of `path` unless given. */
  readonly name?: string;
}
