import { z } from 'zod';
import { FileReading } from '../../../shared/entities/fileReading.ts';
import { TableMapping } from '../../../shared/entities/tableReading.ts';
import { defineOperation } from '../../process/operation.ts';

/** Reads what one file tells of invoices and R&D ledgers. */
export const readOperation = defineOperation({
  name: 'read',
  /** `mappings`: columns of tables as the user corrected them, by the signature of their heads. */
  input: z.object({ path: z.string(), mappings: z.array(TableMapping) }),
  /** A page is done; -1 before the first. */
  progress: z.object({ page: z.number().int() }),
  output: FileReading,
});
