import { z } from 'zod';
import { FileProblem } from '../entities/attachment.ts';

export const ProofLine = z.strictObject({ what: z.string(), ok: z.boolean(), detail: z.string() });
export type ProofLine = z.infer<typeof ProofLine>;

/** manifest.json of an exported package; what `verify` needs to prove it again stands under `expected`. */
export const PackageManifest = z.strictObject({
  format: z.literal(1),
  final: z.boolean(),
  /** Why it is 草稿; empty for a final package. */
  reasons: z.array(z.string()),
  /** What the user should look at although nothing is wrong: a character no font has, a file kept aside. */
  notes: z.array(z.string()),
  call: z.strictObject({ id: z.string(), revision: z.number().int() }),
  title: z.string(),
  applicant: z.string(),
  files: z.array(
    z.strictObject({
      role: z.enum(['pdf', 'word', 'sheet']),
      name: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  /** Physical pages of the bound PDF. */
  pages: z.number().int(),
  toc: z.array(z.strictObject({ title: z.string(), page: z.number().int() })),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      firstPage: z.number().int().nullable(),
      physicalPage: z.number().int(),
    }),
  ),
  attachments: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string(),
      pagesIn: z.number().int(),
      pagesOut: z.number().int(),
      /** Printed page number of its first page; null when it takes no page. */
      firstPage: z.number().int().nullable(),
      physicalPage: z.number().int().nullable(),
      /** Row numbers of the 投资明细表 the file is a copy of. */
      rows: z.array(z.number().int()),
      /** The same by bound page, from its first; empty for a file that is no copy. */
      pageRows: z.array(z.array(z.number().int())).default([]),
      sha256: z.string(),
      via: z.string(),
      problems: z.array(FileProblem),
    }),
  ),
  /** Electronic originals kept in the draft beside what is printed: XML and spreadsheets, which have no pages. */
  originals: z.array(z.strictObject({ file: z.string(), kind: z.string(), sha256: z.string() })).default([]),
  seals: z.array(
    z.strictObject({
      seal: z.string(),
      /** Printed numbers of the first and last page that bear it; null for the whole volume or no number. */
      page: z.number().int().nullable(),
      lastPage: z.number().int().nullable(),
      where: z.string(),
      /** Attachment kind of the file that bears it. */
      kind: z.string().nullable(),
    }),
  ),
  print: z.strictObject({
    sheets: z.number().int(),
    blankPages: z.number().int(),
    colourPages: z.number().int(),
    spineMm: z.number(),
    spineText: z.string(),
    duplex: z.boolean(),
  }),
  expected: z.strictObject({
    values: z.array(z.strictObject({ what: z.string(), text: z.string() })),
    headings: z.array(
      z.strictObject({
        title: z.string(),
        physicalPage: z.number().int(),
        printed: z.number().int().nullable(),
      }),
    ),
    outline: z.array(z.strictObject({ title: z.string(), physicalPage: z.number().int() })),
  }),
  proof: z.array(ProofLine),
});
export type PackageManifest = z.infer<typeof PackageManifest>;
