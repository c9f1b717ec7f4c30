import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { BundlePart } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import { type AttachmentGroup, attachmentGroups, fileTitle, namedFiles } from './attachmentGroups.ts';
import type { Block, Contents } from './block.ts';
import { paragraph } from './blockBuilders.ts';
import type { BundleDocument } from './bundleDocument.ts';
import { invoiceRowsOf } from './invoiceRows.ts';
import { itemTitle, printedOutline } from './printedOutline.ts';

type Entry = Contents['entries'][number];

/** Cover and 目录 have no title of their own in every call; the bookmarks need one. */
const COVER = '封面';

function planEntries(call: Call, application: Application): Entry[] {
  return printedOutline(call, application).flatMap(({ chapter, items }): Entry[] => [
    { level: 2, text: itemTitle(chapter), anchor: chapter.id },
    ...items.map(({ item }): Entry => ({ level: 3, text: itemTitle(item), anchor: item.id })),
  ]);
}

/** Files the 目录 names below their kind; the only file of a kind that bears its name is told already. */
function listedFiles(group: AttachmentGroup, rows: ReadonlyMap<string, unknown>): readonly Attachment[] {
  const files = namedFiles(group, rows);
  const [only] = files;
  return files.length === 1 && only !== undefined && fileTitle(only) === group.label ? [] : files;
}

/** `every` names also the copies that rows of a table name: bookmarks want them, a printed 目录 does not. */
function attachmentEntries(call: Call, application: Application, every: boolean): Entry[] {
  const rows = invoiceRowsOf(application);
  return attachmentGroups(call, application).flatMap((group): Entry[] => [
    { level: 2, text: group.title, anchor: `attachments.${group.kind}` },
    ...(every ? group.files : listedFiles(group, rows)).map(
      (file): Entry => ({ level: 3, text: fileTitle(file), anchor: `attachment.${file.id}` }),
    ),
  ]);
}

function entriesOf(call: Call, application: Application, part: BundlePart, every: boolean): Entry[] {
  switch (part.kind) {
    case 'cover':
      return every ? [{ level: 1, text: COVER, anchor: part.kind }] : [];
    case 'contents':
      return every ? [{ level: 1, text: part.title.replace(/[\s　]/gu, ''), anchor: part.kind }] : [];
    case 'form':
      return [{ level: 1, text: part.title, anchor: part.kind }];
    case 'plan':
      return [{ level: 1, text: part.title, anchor: part.kind }, ...planEntries(call, application)];
    case 'attachments':
      return [
        { level: 1, text: part.title, anchor: part.kind },
        ...attachmentEntries(call, application, every),
      ];
    default:
      return assertNever(part);
  }
}

/** The 目录: parts, chapters and items of the plan, attachment kinds and files. */
export function contents(call: Call, application: Application, title: string): Block[] {
  return [
    paragraph('partTitle', title, 'center'),
    { type: 'contents', entries: call.parts.flatMap((part) => entriesOf(call, application, part, false)) },
  ];
}

/**
 * Bookmarks of the bound PDF: the 目录, and besides it cover, 目录 and every single file. Attachments are
 * bound, and so have bookmarks, also where a call gives them no part of their own.
 */
export function bookmarks(call: Call, application: Application): BundleDocument['outline'] {
  const loose = call.parts.some(({ kind }) => kind === 'attachments')
    ? []
    : attachmentEntries(call, application, true).map(
        (entry): Entry => ({ ...entry, level: entry.level === 2 ? 1 : 2 }),
      );
  return [...call.parts.flatMap((part) => entriesOf(call, application, part, true)), ...loose].map(
    ({ level, text, anchor }) => ({ level, title: text, anchor }),
  );
}
