import { z } from 'zod';
import type { Migration } from '../migrations/migration.ts';
import { carveRows } from '../salvage/carveRows.ts';
import { draftSchema } from '../salvage/draftSchema.ts';
import { openPages } from '../salvage/openPages.ts';

// The rowid lies as NULL in the record of a table that names it.
const MetaRecord = z.tuple([z.null(), z.uuid(), z.string(), z.number(), z.iso.datetime(), z.string()]);
const ChangeRecord = z.tuple([
  z.null(),
  z.iso.datetime(),
  z.string(),
  z.string().min(1),
  z.string().nullable(),
  z.string().nullable(),
]);

/**
 * Whether a file without a draft's header is a draft all the same, its beginning destroyed: then a row
 * of a draft's identity or history can be read where drafts have it. Throws fs errors.
 */
export function looksLikeDraft(path: string, migrations: readonly Migration[]): boolean {
  const pages = openPages(path);
  try {
    let sign = false;
    carveRows(pages, draftSchema(pages, migrations), (table, _rowid, values) => {
      const isMeta = table.name === 'meta' && MetaRecord.safeParse(values).success;
      const isChange = !sign && table.name === 'changes' && ChangeRecord.safeParse(values).success;
      sign = sign || isMeta || isChange;
    });
    return sign;
  } finally {
    pages.close();
  }
}
