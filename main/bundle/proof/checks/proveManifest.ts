import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { attachmentRanges, type ClaimedPackage } from '../packageFacts.ts';
import { proofLine } from '../proofLine.ts';

function fileProblems({ files }: ClaimedPackage): string[] {
  const roles: readonly ['pdf' | 'word', string][] = [
    ['pdf', 'PDF'],
    ['word', 'Word 文档'],
  ];
  return roles.flatMap(([role, label]) => {
    const count = files.filter((file) => file.role === role).length;
    return count === 1 ? [] : [`清单列有 ${count} 个${label}，应为 1 个`];
  });
}

/** The manifest agrees with itself; a figure changed by hand in one place shows in another. */
export function proveManifest(claimed: ClaimedPackage): ProofLine {
  const { final, reasons, pages, print, attachments } = claimed;
  const sheets = print.duplex ? Math.ceil(pages / 2) : pages;
  const ranges = attachmentRanges(claimed).sort((a, b) => a.first - b.first);
  const problems = [
    ...fileProblems(claimed),
    ...(final && reasons.length > 0 ? ['标为正式件，却列有草稿原因'] : []),
    ...(!final && reasons.length === 0 ? ['标为草稿，却没有列出原因'] : []),
    ...(print.sheets === sheets ? [] : [`纸张数记为 ${print.sheets}，按 ${pages} 页应为 ${sheets}`]),
    ...(final
      ? attachments.filter(({ via }) => via === 'placeholder').map(({ file }) => `正式件中“${file}”是代用页`)
      : []),
    ...ranges.flatMap((range, index) => {
      const next = ranges[index + 1];
      return next !== undefined && next.first <= range.last
        ? [`两份附件同占第 ${next.first} 页（物理页）`]
        : [];
    }),
  ];
  return proofLine('清单前后一致', problems, final ? '正式件' : `草稿：${reasons.join('；')}`);
}
