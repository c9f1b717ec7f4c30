import { basename, join } from 'node:path';
import type { ProofLine } from '../../../shared/documents/packageManifest.ts';
import { proveAttachments } from './checks/proveAttachments.ts';
import { proveContents } from './checks/proveContents.ts';
import { provePdfMark, proveWordMark } from './checks/proveDraftMark.ts';
import { proveFiles } from './checks/proveFiles.ts';
import { proveFonts } from './checks/proveFonts.ts';
import { proveManifest } from './checks/proveManifest.ts';
import { proveOutline } from './checks/proveOutline.ts';
import { provePages } from './checks/provePages.ts';
import { provePdfValues, proveWordValues } from './checks/proveValues.ts';
import { proveWordContents } from './checks/proveWordContents.ts';
import { type ClaimedPackage, ownPages } from './packageFacts.ts';
import { proofLine } from './proofLine.ts';
import { readPdf } from './readPdf.ts';
import { readWord } from './readWord.ts';

export interface ProveOptions {
  readonly signal?: AbortSignal;
  /** Pages of the PDF read so far. */
  readonly onProgress?: (page: number, pages: number) => void;
}

function pathOf(dir: string, claimed: ClaimedPackage, role: 'pdf' | 'word'): string | null {
  const name = claimed.files.find((file) => file.role === role)?.name;
  return name === undefined ? null : join(dir, basename(name));
}

async function provePdf(dir: string, claimed: ClaimedPackage, options: ProveOptions): Promise<ProofLine[]> {
  const path = pathOf(dir, claimed, 'pdf');
  if (path === null) return [proofLine('PDF 可以打开', ['清单没有列出 PDF'], '')];
  const read = await readPdf(path, options);
  if (!read.ok) {
    const why =
      read.problem.code === 'process-failed'
        ? 'PDF 无法打开：文件不存在、不完整或已损坏'
        : read.problem.message;
    return [proofLine('PDF 可以打开', [why], '')];
  }
  const pdf = read.value;
  const isOwn = ownPages(claimed);
  const damaged = pdf.pages.flatMap(({ readable }, index) => (readable ? [] : [index + 1]));
  const theirs = damaged.filter((page) => !isOwn(page));
  const note =
    theirs.length === 0 ? '' : `；附件中第 ${theirs.join('、')} 页（物理页）的文字无法复核，请打开看一眼`;
  return [
    proofLine(
      'PDF 可以打开',
      damaged.filter(isOwn).map((page) => `第 ${page} 页（物理页）内容无法读取`),
      `重新打开并逐页读过${note}`,
    ),
    ...provePages(pdf, claimed),
    ...proveContents(pdf, claimed),
    ...proveOutline(pdf, claimed),
    proveFonts(pdf, claimed),
    provePdfValues(pdf, claimed),
    ...proveAttachments(pdf, claimed),
    provePdfMark(pdf, claimed),
  ];
}

async function proveWord(dir: string, claimed: ClaimedPackage, options: ProveOptions): Promise<ProofLine[]> {
  const path = pathOf(dir, claimed, 'word');
  if (path === null) return [proofLine('Word 可以打开', ['清单没有列出 Word 文档'], '')];
  const read = await readWord(path, options);
  if (!read.ok) return [proofLine('Word 可以打开', [read.problem.message], '')];
  return [
    proofLine('Word 可以打开', [], '重新打开，内部格式无误'),
    proveWordValues(read.word, claimed),
    ...proveWordContents(read.word, claimed),
    proveWordMark(read.word, claimed),
  ];
}

/**
 * Proves an exported package by reading its files again, never by what was meant: files unchanged; pages,
 * their size and numbers; every number of the 目录 against the page that bears the heading; bookmarks and
 * links; fonts; every value of the form in PDF and Word; attachments in and out; the draft mark.
 *
 * A file that is missing or damaged is a line that does not hold, never an exception.
 * @param dir absolute path of the folder the package was exported to
 * @param claimed the manifest as it will be, or was, written; its own `proof` is not looked at
 */
export async function prove(
  dir: string,
  claimed: ClaimedPackage,
  options: ProveOptions = {},
): Promise<ProofLine[]> {
  const [files, pdf, word] = await Promise.all([
    proveFiles(dir, claimed),
    provePdf(dir, claimed, options),
    proveWord(dir, claimed, options),
  ]);
  return [...files, proveManifest(claimed), ...pdf, ...word];
}
