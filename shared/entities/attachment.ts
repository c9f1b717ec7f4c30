import { z } from 'zod';

/** Something the intake noticed about a file; codes are kebab-case, messages are for people. */
export const FileProblem = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  message: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  /** Pages it is about, from 1, where that matters later; absent in what older versions noticed. */
  pages: z.array(z.number().int().min(1)).optional(),
});
export type FileProblem = z.infer<typeof FileProblem>;

export const SniffedType = z.enum([
  'pdf',
  'jpeg',
  'png',
  'tiff',
  'webp',
  'ofd',
  'zip',
  'xlsx',
  'xls',
  'docx',
  'xml',
  'text',
  'unknown',
]);
export type SniffedType = z.infer<typeof SniffedType>;

/** A file inside a draft. The bytes are stored once by their SHA-256; this is what is known about them. */
export const Attachment = z.strictObject({
  id: z.string().min(1),
  /** Attachment kind id of the call's checklist (G). */
  kind: z.string().min(1),
  /** File name as it arrived, without folders. */
  name: z.string().min(1),
  /** Title on divider, list and outline; empty uses the file's name. */
  title: z.string().default(''),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0),
  sniffedType: SniffedType,
  /** Null when the file could not be opened. */
  pages: z.number().int().min(0).nullable(),
  encrypted: z.boolean().default(false),
  blankPages: z.array(z.number().int().min(1)).default([]),
  /** Least effective resolution of its pages on A4, dots per inch; null for vector pages or unreadable files. */
  dpi: z.number().nullable().default(null),
  colourPages: z.number().int().min(0).nullable().default(null),
  problems: z.array(FileProblem).default([]),
  /** Position among the files of its kind. */
  order: z.number().int().min(0).default(0),
  /** Clockwise turn the user asked for. */
  rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  /** 1-based pages the user left out on purpose. */
  omitPages: z.array(z.number().int().min(1)).default([]),
});
export type Attachment = z.infer<typeof Attachment>;

const WITHOUT_PAGES: ReadonlySet<SniffedType> = new Set(['xml', 'xlsx', 'xls', 'text']);

/** Formats that hold data, not pages: such a file is never bound, whether somebody could read it or not. */
export function holdsData({ sniffedType }: Pick<Attachment, 'sniffedType'>): boolean {
  return WITHOUT_PAGES.has(sniffedType);
}

/**
 * An electronic original (数电票 XML, a ledger as a spreadsheet): kept in the draft beside what is printed, and
 * never bound. Intake says of it that it has 0 pages; a PDF that claims as much is a damaged one.
 */
export function isKeptBeside(file: Pick<Attachment, 'pages' | 'sniffedType'>): boolean {
  return file.pages === 0 && holdsData(file);
}
