/** What could not be read back from a damaged draft, in words for its owner. */
export type Loss = {
  readonly table: string;
  /** Chinese, one sentence. */
  readonly message: string;
  /** Keys of rows that are gone for good: ids, field ids, file names. */
  readonly keys: readonly string[];
  /** Garbled content as it was found, kept in the salvaged file for an expert. */
  readonly raw: readonly string[];
};
