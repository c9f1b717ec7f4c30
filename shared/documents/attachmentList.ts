import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import {
  type AttachmentGroup,
  attachmentGroups,
  boundPages,
  fileTitle,
  namedFiles,
} from './attachmentGroups.ts';
import type { Block, Inline, Row } from './block.ts';
import { cell, headRow, inlinesOf, paragraph, row } from './blockBuilders.ts';
import { invoiceRowsOf } from './invoiceRows.ts';

/** Printed number of a file's first page, as a link. */
export function pageOf({ id }: Attachment): Inline {
  return { type: 'pageRef', anchor: `attachment.${id}` };
}

/** Pages of files together; — when none of them could be counted. */
export function pagesText(files: readonly Attachment[]): string {
  const counts = files.map(boundPages).filter((count) => count !== null);
  return counts.length === 0 ? '—' : String(counts.reduce((sum, count) => sum + count, 0));
}

function fileRow(
  number: string,
  name: string | Inline[],
  pages: string,
  first: Attachment,
  seals: string,
): Row {
  return row([
    cell(number, { align: 'center' }),
    cell(name),
    cell(pages, { align: 'center' }),
    cell([pageOf(first)], { align: 'center' }),
    cell(seals, { align: 'center' }),
  ]);
}

function groupRows(group: AttachmentGroup, place: number, rows: ReadonlyMap<string, unknown>): Row[] {
  const seals = group.seals.join('、') || '—';
  const named = namedFiles(group, rows);
  const counted = group.files.filter((file) => !named.includes(file));
  const [firstCounted] = counted;
  return [
    row([cell(group.title, { role: 'label', align: 'left', span: 5 })]),
    ...(firstCounted === undefined
      ? []
      : [
          fileRow(
            `${place}.0`,
            inlinesOf(`${group.label}（共 ${counted.length} 份，逐份页码见投资明细表）`),
            pagesText(counted),
            firstCounted,
            seals,
          ),
        ]),
    ...named.map((file, index) =>
      fileRow(
        `${place}.${index + 1}`,
        fileTitle(file),
        pagesText([file]),
        file,
        file.pages === null ? '—' : seals,
      ),
    ),
  ];
}

/** 附件清单: number, name, pages, first page and seals of every file; copies that rows name are counted in one line. */
export function attachmentList(call: Call, application: Application): Block[] {
  const groups = attachmentGroups(call, application);
  if (groups.length === 0) return [paragraph('plain', '（无附件）')];
  const rows = invoiceRowsOf(application);
  return [
    paragraph('tableCaption', '附件清单', 'center'),
    {
      type: 'table',
      anchor: 'attachments.list',
      style: 'data',
      columns: [3, 16, 3, 4, 5],
      head: [headRow(['序号', '名称', '页数', '起始页', '应盖章'])],
      rows: groups.flatMap((group, index) => groupRows(group, index + 1, rows)),
      size: 'normal',
    },
  ];
}
