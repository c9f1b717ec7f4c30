import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attachmentGroups, fileTitle } from '../../../shared/documents/attachmentGroups.ts';
import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { copyPagesOf, invoiceStampText } from '../../../shared/documents/invoiceRows.ts';
import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { picturesOf } from '../../../shared/documents/picturesOf.ts';
import { printedAnswer } from '../../../shared/documents/printValue.ts';
import { inspectFile } from '../../intake/inspectFiles.ts';
import { type AssembleProgress, assemble } from '../assemble/assemble.ts';
import type { AssembleGroup, OutlineEntry } from '../assemble/assembleInput.ts';
import type { AssembleResult } from '../assemble/assembleResult.ts';
import { prove } from '../proof/prove.ts';
import type { Numbered } from '../typeset/typesetNumbered.ts';
import { buildManifest } from './buildManifest.ts';
import { describeFile } from './describeFile.ts';
import type { ExportInput } from './exportInput.ts';
import { ExportRefused } from './exportRefused.ts';
import { loadPictures } from './loadPictures.ts';
import type { Writers } from './openWriters.ts';
import { packageNames } from './packageNames.ts';
import { pageBook } from './pageBook.ts';
import { plannedGroups } from './plannedGroups.ts';

/** One attempt at the bound PDF and the Word document, proved. */
export interface Volume {
  readonly draft: boolean;
  /** Why it is or must be a draft. A volume made as final that names reasons has to be made again. */
  readonly reasons: readonly string[];
  readonly names: ReturnType<typeof packageNames>;
  readonly manifest: Omit<PackageManifest, 'final' | 'reasons'>;
}

type Assembled = Extract<AssembleResult, { ok: true }>;

/** Typesets, binds, writes Word and proves, into `stage`; marked 草稿 when `known` gives reasons. */
export async function buildVolume(
  input: ExportInput,
  stage: string,
  known: readonly string[],
  writers: Writers,
): Promise<Volume> {
  const { call, application, signal, onProgress } = input;
  const draft = known.length > 0;
  const say = (stageName: 'typeset' | 'word' | 'proof', message: string) =>
    onProgress?.({ stage: stageName, message });

  say('typeset', '正在排版申报表和建设方案');
  const document = compose(call, application, { draft });
  const pictures = await loadPictures(picturesOf(document), input.files, signal);
  const groups = plannedGroups(call, application);
  const numbered = await writers.typeset(document, groups, pictures.assets);
  signal?.throwIfAborted();

  // Beside the package's folder, not in it: all that lies in it is handed over.
  const base = path.join(path.dirname(stage), 'typeset.pdf');
  await writeFile(base, numbered.typeset.pdf);
  const names = packageNames(printedAnswer(call, application, call.roles.projectName) ?? '', draft);
  const assembled = await bind(input, document, numbered, base, path.join(stage, names.pdf));
  signal?.throwIfAborted();

  say('word', '正在写 Word 文档');
  const word = await writers.writeWord(document, {
    assets: pictures.assets,
    anchors: numbered.typeset.anchors,
    pageNumbers: numbered.pageNumbers,
    date: input.now.toISOString().slice(0, 10),
  });
  await writeFile(path.join(stage, names.word), word);
  signal?.throwIfAborted();

  say('proof', '正在重新读取成品逐项复核');
  const facts = buildManifest({
    call,
    application,
    document,
    assembled,
    pages: pageBook(numbered),
    typesetBlankPages: numbered.typeset.blankPages.length,
    colourPages: await colourPages(input, assembled, base),
    files: [await describeFile(stage, 'pdf', names.pdf), await describeFile(stage, 'word', names.word)],
  });
  const manifest = { ...facts, notes: [...numbered.typeset.warnings], proof: [] };
  const claimed = { ...manifest, final: !draft, reasons: [...known] };
  const proof = await prove(stage, claimed, {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (page, pages) => say('proof', `正在重新读取成品逐项复核（${page}/${pages}）`),
  });
  signal?.throwIfAborted();
  const failed = proof.filter((line) => !line.ok);
  const reasons = new Set([
    ...known,
    ...[...pictures.problems.values()].sort(),
    ...numbered.typeset.cutPages.map(
      (page) => `第 ${page} 页（从封面数起）有内容放不下，被截断了，请缩短那里的文字`,
    ),
    ...assembled.files
      .filter((file) => file.via === 'placeholder')
      .map(
        (file) => `附件“${nameOf(input, file.id)}”未能装订：${file.problems.at(-1)?.message ?? '原因不明'}`,
      ),
    ...failed.map((line) => `成品复核不符：${line.what}`),
  ]);
  return { draft, reasons: [...reasons], names, manifest: { ...manifest, proof } };
}

function nameOf(input: ExportInput, id: string): string {
  return input.application.attachments.find((attachment) => attachment.id === id)?.name ?? id;
}

async function bind(
  input: ExportInput,
  document: BundleDocument,
  { typeset, pagination }: Numbered,
  base: string,
  out: string,
): Promise<Assembled> {
  const { call, application, files } = input;
  const rows = copyPagesOf(application);
  const groups: AssembleGroup[] = attachmentGroups(call, application).map((group) => ({
    id: group.kind,
    title: group.title,
    startOnRight: application.settings.duplex,
    files: group.files.map((file) => ({
      id: file.id,
      path: files.get(file.sha256) ?? '',
      title: fileTitle(file),
      sniffedType: file.sniffedType,
      rotate: file.rotate,
      omitPages: [...file.omitPages],
      plannedPages: pagination.files.find(({ id }) => id === file.id)?.pages ?? 1,
      stamps: (rows.get(file.id) ?? []).map(invoiceStampText),
      knownProblem: file.problems.find(({ severity }) => severity === 'error'),
    })),
  }));
  const result = await assemble(
    {
      base,
      bodyPages: typeset.bodyPages,
      frontPages: typeset.frontPages,
      groups,
      outline: outlineOf(document, typeset),
      stamps: { fontPath: path.join(input.fontsDir, 'NotoSerifSC-Regular.ttf') },
      duplex: document.duplex,
      watermark: document.draft ? '草稿' : null,
      metadata: {
        title: document.title,
        author: document.author,
        subject: document.subject,
        keywords: [...document.keywords],
        createdAt: input.now.toISOString(),
      },
      out,
    },
    {
      ...(input.signal === undefined ? {} : { signal: input.signal }),
      onProgress: (progress) => input.onProgress?.({ stage: 'bind', message: bindMessage(progress) }),
    },
  );
  if (!result.ok) {
    input.signal?.throwIfAborted();
    throw new ExportRefused(result.problem.code, result.problem.message);
  }
  return result;
}

function bindMessage({ stage, done, total }: AssembleProgress): string {
  const words = {
    converting: '正在转换图片和 OFD',
    merging: '正在装订附件',
    checking: '正在逐页核对附件',
  } as const;
  return `${words[stage]}（${done}/${total}）`;
}

/** Bookmarks: what is typeset by its page, files and dividers by their ids. */
function outlineOf(document: BundleDocument, typeset: Numbered['typeset']): OutlineEntry[] {
  return document.outline.flatMap(({ level, title, anchor }): OutlineEntry[] => {
    if (anchor.startsWith('attachments.'))
      return [{ level, title, groupId: anchor.slice('attachments.'.length) }];
    if (anchor.startsWith('attachment.'))
      return [{ level, title, fileId: anchor.slice('attachment.'.length) }];
    const page = typeset.anchors.get(anchor);
    return page === undefined ? [] : [{ level, title, page: page.physical - 1 }];
  });
}

/** Colour pages to tell the print shop: those of the typeset part as it came out, those of files as inspected. */
async function colourPages(input: ExportInput, assembled: Assembled, base: string): Promise<number> {
  const inspection = await inspectFile(base, input.signal === undefined ? {} : { signal: input.signal });
  input.signal?.throwIfAborted();
  const bound = new Set(assembled.files.filter(({ pagesOut }) => pagesOut > 0).map(({ id }) => id));
  const attached = input.application.attachments
    .filter(({ id }) => bound.has(id))
    .reduce((sum, { colourPages: pages }) => sum + (pages ?? 0), 0);
  return (inspection.colourPages ?? 0) + attached;
}
