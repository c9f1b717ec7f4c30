import { z } from 'zod';
import { SniffedType } from '../../shared/entities/attachment.ts';
import { defineOperation } from '../process/operation.ts';
import { Inspection } from './inspection.ts';

/** Looks into one file by its content. `render: false` leaves out what needs every page drawn. */
export const inspectOperation = defineOperation({
  name: 'inspect',
  input: z.object({ path: z.string(), render: z.boolean() }),
  /** Sent as soon as they are known, so that they survive when the pages kill the child. */
  progress: z.object({
    page: z.number().int(),
    sniffedType: SniffedType,
    sha256: z.string(),
    bytes: z.number(),
  }),
  output: Inspection,
});
