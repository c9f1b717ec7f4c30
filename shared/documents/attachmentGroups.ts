import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import { staysBeside } from '../evidence/staysBeside.ts';
import { plainText } from './plainText.ts';

/** The files of one attachment kind, as they stand in the bundle. */
export interface AttachmentGroup {
  readonly kind: string;
  /** As on the divider: 附件1　联合体协议. */
  readonly title: string;
  /** The kind's own name: 联合体协议. */
  readonly label: string;
  /** Labels of the seals every copy bears. */
  readonly seals: readonly string[];
  /** Files belong to rows of this collection; the rows name them, lists only count them. */
  readonly rowsOf: 'invoices' | null;
  readonly files: readonly Attachment[];
}

/** A file's name on divider, list and outline: its title, else its name without the ending. */
export function fileTitle(attachment: Attachment): string {
  const title = plainText(attachment.title).replaceAll('\n', ' ').trim();
  if (title !== '') return title;
  const name = plainText(attachment.name).replaceAll('\n', ' ').trim();
  return name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '') || name || attachment.id;
}

/** How many pages of a file are bound: all but those left out on purpose; null when it could not be counted. */
export function boundPages({ pages, omitPages }: Attachment): number | null {
  if (pages === null) return null;
  return pages - new Set(omitPages.filter((page) => page <= pages)).size;
}

/** Which pages of a file are bound, from 1; null when the file could not be counted. */
export function keptPages({ pages, omitPages }: Attachment): readonly number[] | null {
  if (pages === null) return null;
  const omitted = new Set(omitPages);
  return Array.from({ length: pages }, (_, index) => index + 1).filter((page) => !omitted.has(page));
}

/**
 * The attachments to bind by kind: kinds in the call's order, those the call does not bind left out, kinds
 * the call does not know last (nothing is dropped), files by their order. Electronic originals and
 * other data without pages are no part of the volume.
 */
export function attachmentGroups(call: Call, application: Application): AttachmentGroup[] {
  const byKind = new Map<string, Attachment[]>();
  for (const attachment of application.attachments) {
    if (staysBeside(call, attachment)) continue;
    const files = byKind.get(attachment.kind);
    if (files === undefined) byKind.set(attachment.kind, [attachment]);
    else files.push(attachment);
  }
  const known = new Set(call.attachments.map(({ id }) => id));
  const unknown = [...byKind.keys()].filter((kind) => !known.has(kind));
  const kinds = [
    ...call.attachments
      .filter(({ bound }) => bound)
      .map(({ id, label, seals, rowsOf }) => ({ kind: id, label, seals, rowsOf: rowsOf ?? null })),
    ...unknown.map((kind) => ({ kind, label: `未归类附件（${plainText(kind)}）`, seals: [], rowsOf: null })),
  ];
  return kinds
    .filter(({ kind }) => byKind.has(kind))
    .map(({ seals, ...kind }, index) => ({
      ...kind,
      title: `附件${index + 1}　${kind.label}`,
      seals: seals.map((id) => call.seals.find((seal) => seal.id === id)?.label ?? id),
      files: (byKind.get(kind.kind) ?? []).toSorted((a, b) => a.order - b.order),
    }));
}

/** Files a list names one by one: those of row kinds only when no row names them. */
export function namedFiles(
  group: AttachmentGroup,
  rows: ReadonlyMap<string, unknown>,
): readonly Attachment[] {
  return group.rowsOf === null ? group.files : group.files.filter(({ id }) => !rows.has(id));
}
