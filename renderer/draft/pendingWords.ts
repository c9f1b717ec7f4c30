/** Hands over what was typed and is not in the store yet. */
export type Writer = () => void;

const writers = new Set<Writer>();

/**
 * An editor that gathers typing before it changes the draft says here how to hand it over at once: before undo,
 * before saving, before closing. Returns what ends it.
 */
export function onCommit(writer: Writer): () => void {
  writers.add(writer);
  return () => {
    writers.delete(writer);
  };
}

/** Brings everything typed into the draft. Words still being composed stay with their editor. */
export function commitPending(): void {
  for (const write of writers) write();
}
