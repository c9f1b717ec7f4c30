import { invoiceStampText } from '../../../../shared/documents/invoiceRows.ts';
import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { containsValue } from '../comparableText.ts';
import type { ClaimedPackage } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';

type ClaimedAttachment = ClaimedPackage['attachments'][number];

function pageProblems({ pages }: PdfFacts, attachment: ClaimedAttachment): string[] {
  const { file, firstPage, physicalPage, pagesOut } = attachment;
  if (pagesOut === 0) return [];
  if (firstPage === null || physicalPage === null) return [`“${file}”有 ${pagesOut} 页，却没有页码`];
  if (physicalPage + pagesOut - 1 > pages.length) return [`“${file}”的 ${pagesOut} 页不全在 PDF 内`];
  return Array.from({ length: pagesOut }, (_, index) => index).flatMap((index) => {
    const page = pages[physicalPage - 1 + index];
    if (page?.readable === false) return [];
    const printed = page?.printed ?? null;
    return printed === firstPage + index
      ? []
      : [`“${file}”第 ${index + 1} 页印有页码 ${printed ?? '（无）'}，应为 ${firstPage + index}`];
  });
}

function countProblems({ file, pagesIn, pagesOut, problems }: ClaimedAttachment, final: boolean): string[] {
  if (pagesIn === pagesOut) return [];
  // A draft may lack pages as long as it says why; a final one may not.
  if (!final && problems.length > 0) return [];
  return [`“${file}”原有 ${pagesIn} 页，册内 ${pagesOut} 页`];
}

/** Every page of a copy bears its rows; a package of an earlier version only tells those of the whole file. */
function rowProblems(
  { pages }: PdfFacts,
  { file, rows, pageRows, physicalPage, pagesOut }: ClaimedAttachment,
): string[] {
  if (physicalPage === null) return [];
  const due = pageRows.length > 0 ? pageRows.map(invoiceStampText) : rows.slice(0, 1).map(String);
  return due.slice(0, pagesOut).flatMap((stamp, index) => {
    const page = pages[physicalPage - 1 + index];
    if (page?.readable === false || containsValue(page?.text ?? '', stamp)) return [];
    return [`“${file}”在册内的第 ${index + 1} 页没有印“${stamp}”`];
  });
}

/** Attachments: as many pages out as in, each with its number, copies of invoices with their row. */
export function proveAttachments(pdf: PdfFacts, claimed: ClaimedPackage): ProofLine[] {
  const { attachments, final } = claimed;
  const sum = (pick: (attachment: ClaimedAttachment) => number): number =>
    attachments.reduce((total, attachment) => total + pick(attachment), 0);
  const excused = attachments
    .filter(({ pagesIn, pagesOut }) => pagesIn !== pagesOut)
    .map(({ file }) => `“${file}”`);
  const note = excused.length === 0 ? '' : `；草稿中页数不同并已说明的有 ${excused.join('、')}`;
  const traced = attachments.filter(({ rows }) => rows.length > 0);
  return [
    proofLine(
      '附件页数',
      attachments.flatMap((attachment) => countProblems(attachment, final)),
      `${attachments.length} 份附件，进 ${sum(({ pagesIn }) => pagesIn)} 页，出 ${sum(({ pagesOut }) => pagesOut)} 页${note}`,
    ),
    proofLine(
      '附件页码',
      attachments.flatMap((attachment) => pageProblems(pdf, attachment)),
      `${attachments.length} 份附件逐页印有应有的页码`,
    ),
    ...(traced.length === 0
      ? []
      : [
          proofLine(
            '发票复印件行号',
            traced.flatMap((attachment) => rowProblems(pdf, attachment)),
            `${traced.length} 份复印件逐页印有明细表行号`,
          ),
        ]),
  ];
}
