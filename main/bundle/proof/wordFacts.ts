import { z } from 'zod';

/** What the proof found in a Word file by reading it again. */
export const WordFacts = z.strictObject({
  /** Every paragraph in order, those in table cells too; line breaks are `\n`, tabs `\t`. */
  paragraphs: z.array(z.string()),
  /** Outermost tables and those inside cells: rows of cells with their text; merged-away cells are left out. */
  tables: z.array(z.strictObject({ rows: z.array(z.array(z.string())), columns: z.number().int() })),
  headings: z.array(z.strictObject({ level: z.number().int(), text: z.string() })),
  /** Entries of the 目录 with their number as it is stored; null where none is printed. */
  contents: z.array(z.strictObject({ text: z.string(), page: z.number().nullable() })),
  /** Internal links, and whether their bookmark exists. */
  links: z.array(z.strictObject({ anchor: z.string(), lands: z.boolean() })),
  /** Of every section the marks across its pages (odd and even); none without. */
  sections: z.array(z.strictObject({ marks: z.array(z.string()) })),
});
export type WordFacts = z.infer<typeof WordFacts>;

/** What reading a Word file again gives: its facts, or why it cannot be read. */
export const ReadWordResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), word: WordFacts }),
  z.strictObject({
    ok: z.literal(false),
    problem: z.strictObject({ code: z.literal('word-unreadable'), message: z.string() }),
  }),
]);
export type ReadWordResult = z.infer<typeof ReadWordResult>;
