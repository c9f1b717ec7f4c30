import { z } from 'zod';
import { FileProblem } from '../../../shared/entities/attachment.ts';
import { defineOperation } from '../../process/operation.ts';

export const UnpackLimits = z.object({
  entries: z.number().int().positive(),
  /** Unpacked bytes of one entry and of all together, counted while they come, whatever the headers say. */
  entryBytes: z.number().int().positive(),
  totalBytes: z.number().int().positive(),
  /** Most unpacked bytes for each packed one, judged once more than `ratioFromBytes` came. */
  ratio: z.number().positive(),
  ratioFromBytes: z.number().int().positive(),
});
export type UnpackLimits = z.infer<typeof UnpackLimits>;

/** Unpacks a ZIP of files into an empty folder. OFD, xlsx and docx are documents, not archives, and stay whole. */
export const unpackOperation = defineOperation({
  name: 'unpack',
  /** `onlyLook`: says whether it is an archive, and unpacks nothing. */
  input: z.object({ path: z.string(), into: z.string(), limits: UnpackLimits, onlyLook: z.boolean() }),
  /** Another piece was written: `bytes` unpacked so far. */
  progress: z.object({ bytes: z.number() }),
  output: z.object({
    /** False when the file is no archive of files; nothing was unpacked then. */
    isArchive: z.boolean(),
    files: z.array(
      z.object({
        /** Name of the unpacked file in the folder: of our own making, with the ending of the entry. */
        file: z.string(),
        /** Its way inside the archive, made safe, with `/`. */
        ref: z.string(),
      }),
    ),
    /** Unpacked in all. */
    bytes: z.number(),
    /** `ref` empty: the archive itself. */
    refused: z.array(z.object({ ref: z.string(), problem: FileProblem })),
  }),
});
