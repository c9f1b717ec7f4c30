/** A stored file lies in pieces of this size; the last one is shorter. */
export const CHUNK_BYTES = 1024 * 1024;
