/** What a save tells: whether anything differed, and the moment of the change (null when nothing did). */
export type Saved = { readonly changed: boolean; readonly savedAt: string | null };

/** The answer when what came is what already stood there: durable already, nothing to write. */
export const UNCHANGED: Saved = { changed: false, savedAt: null };
