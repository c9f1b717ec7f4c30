/** `CHCE` in the header's application_id: what tells a draft from any other SQLite file. */
export const APPLICATION_ID = 0x43484345;

/** Every draft has pages of this size; the salvage relies on it when the header is gone. */
export const PAGE_BYTES = 4096;
