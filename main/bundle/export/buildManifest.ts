import type { Call } from '../../../shared/calls/schema/call.ts';
import type { BundleDocument, SealMark } from '../../../shared/documents/bundleDocument.ts';
import { copyPagesOf, invoiceRowsOf } from '../../../shared/documents/invoiceRows.ts';
import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { sheetsOf, spineMm } from '../../../shared/documents/spine.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { staysBeside } from '../../../shared/evidence/staysBeside.ts';
import type { AssembledFile, AssembleResult } from '../assemble/assembleResult.ts';
import type { PageBook } from './pageBook.ts';

export interface ManifestParts {
  readonly call: Call;
  readonly application: Application;
  readonly document: BundleDocument;
  readonly pages: PageBook;
  readonly assembled: Extract<AssembleResult, { ok: true }>;
  /** Blank pages of the typeset part, which the assembler does not know of. */
  readonly typesetBlankPages: number;
  readonly colourPages: number;
  readonly files: PackageManifest['files'];
}

type Facts = Omit<PackageManifest, 'final' | 'reasons' | 'notes' | 'proof'>;

/** Everything the manifest tells before the proof: what was meant to be written, and where. */
export function buildManifest(parts: ManifestParts): Facts {
  const { call, application, document, assembled, pages } = parts;
  const sheets = sheetsOf(assembled.pages, document.duplex);
  const toc = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'contents' ? block.entries : []))
    .flatMap(({ text, anchor }) => {
      const page = pages(anchor);
      return page === null ? [] : [{ title: text, page }];
    });
  return {
    format: 1,
    call: { id: call.id, revision: call.revision },
    title: document.title,
    applicant: document.author,
    files: parts.files,
    pages: assembled.pages,
    toc: toc.flatMap(({ title, page }) => (page.printed === null ? [] : [{ title, page: page.printed }])),
    sections: sections(document, pages),
    attachments: attachments(application, assembled.files),
    originals: application.attachments
      .filter((file) => staysBeside(call, file))
      .map(({ name, kind, sha256 }) => ({ file: name, kind, sha256 })),
    seals: seals(document.seals, assembled.files, pages),
    print: {
      sheets,
      blankPages: assembled.blankPages + parts.typesetBlankPages,
      colourPages: parts.colourPages,
      spineMm: spineMm(sheets, application.settings.paperGsm),
      spineText: document.spineText,
      duplex: document.duplex,
    },
    expected: {
      values: document.printedValues.map(({ what, text }) => ({ what, text })),
      headings: toc.map(({ title, page }) => ({ title, physicalPage: page.physical, printed: page.printed })),
      outline: document.outline.flatMap(({ title, anchor }) => {
        const page = pages(anchor);
        return page === null ? [] : [{ title, physicalPage: page.physical }];
      }),
    },
  };
}

function sections(document: BundleDocument, pages: PageBook): PackageManifest['sections'] {
  const named = [
    ...document.sections.map(({ id }) => ({
      id,
      title: document.outline.find(({ anchor }) => anchor === id)?.title ?? id,
    })),
    ...document.dividers.map(({ kind, title }) => ({ id: `attachments.${kind}`, title })),
  ];
  return named.flatMap(({ id, title }) => {
    const page = pages(id);
    return page === null ? [] : [{ id, title, firstPage: page.printed, physicalPage: page.physical }];
  });
}

/** A file's pages follow one another from its first; a place of the text ends where its last anchor stands. */
function seals(
  marks: readonly SealMark[],
  files: readonly AssembledFile[],
  pages: PageBook,
): PackageManifest['seals'] {
  const printed = (anchor: string | null) => (anchor === null ? null : (pages(anchor)?.printed ?? null));
  const pagesOf = new Map(files.map(({ id, pagesOut }) => [`attachment.${id}`, pagesOut]));
  return marks.map(({ seal, where, kind, anchor, lastAnchor }) => {
    const page = printed(anchor);
    const more = Math.max(1, pagesOf.get(anchor ?? '') ?? 1) - 1;
    const lastPage = page === null ? null : kind === null ? (printed(lastAnchor) ?? page) : page + more;
    return { seal, page, lastPage, where, kind };
  });
}

function attachments(
  application: Application,
  assembled: readonly AssembledFile[],
): PackageManifest['attachments'] {
  const known = new Map(application.attachments.map((attachment) => [attachment.id, attachment]));
  const rows = invoiceRowsOf(application);
  const pageRows = copyPagesOf(application);
  return assembled.flatMap((file) => {
    const attachment = known.get(file.id);
    if (attachment === undefined) return [];
    return [
      {
        file: attachment.name,
        kind: attachment.kind,
        pagesIn: file.pagesIn,
        pagesOut: file.pagesOut,
        firstPage: file.firstPage,
        physicalPage: file.physicalFirst,
        rows: [...(rows.get(file.id) ?? [])],
        pageRows: (pageRows.get(file.id) ?? []).slice(0, file.pagesOut).map((own) => [...own]),
        sha256: attachment.sha256,
        via: file.via,
        problems: [...file.problems],
      },
    ];
  });
}
