import { Attachment } from '../../shared/entities/attachment.ts';
import { listTable } from './listTable.ts';
import { fromJson } from './sqlRow.ts';

/**
 * What is known about the files inside the draft. The bytes come first (`addBlob`): an attachment
 * whose SHA-256 the draft does not hold is refused by the database.
 */
export const attachments = listTable<Attachment>({
  table: 'attachments',
  path: 'attachments',
  schema: Attachment,
  idOf: (attachment) => attachment.id,
  columns: [
    'kind',
    'name',
    'title',
    'sha256',
    'bytes',
    'sniffed_type',
    'pages',
    'encrypted',
    'blank_pages',
    'dpi',
    'colour_pages',
    'problems',
    'sort_order',
    'rotate',
    'omit_pages',
  ],
  toRow: (attachment) => [
    attachment.kind,
    attachment.name,
    attachment.title,
    attachment.sha256,
    attachment.bytes,
    attachment.sniffedType,
    attachment.pages,
    attachment.encrypted ? 1 : 0,
    JSON.stringify(attachment.blankPages),
    attachment.dpi,
    attachment.colourPages,
    JSON.stringify(attachment.problems),
    attachment.order,
    attachment.rotate,
    JSON.stringify(attachment.omitPages),
  ],
  fromRow: (row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    title: row.title,
    sha256: row.sha256,
    bytes: row.bytes,
    sniffedType: row.sniffed_type,
    pages: row.pages,
    encrypted: row.encrypted === 1,
    blankPages: fromJson(row.blank_pages),
    dpi: row.dpi,
    colourPages: row.colour_pages,
    problems: fromJson(row.problems),
    order: row.sort_order,
    rotate: row.rotate,
    omitPages: fromJson(row.omit_pages),
  }),
});
