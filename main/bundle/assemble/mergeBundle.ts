import { planPagination } from '../../../shared/documents/planPagination.ts';
import { type Layers, layersText } from './copyLayers.ts';
import { type CopyTarget, copyPages, createFileReader, type FileReader, openSource } from './copyPages.ts';
import { createPageTree, type PageTree } from './createPageTree.ts';
import { createPdfFileWriter, type PdfFileWriter } from './createPdfFileWriter.ts';
import { createStamper, FONT_NAME, type Stamper, WATERMARK_NAME } from './createStamper.ts';
import { formatNumbers } from './formatNumber.ts';
import type { MergedFile, MergeFile, MergeInput, MergeOutput } from './mergeOperation.ts';
import { type BaseDocument, openBase } from './openBase.ts';
import { A4 } from './placePage.ts';
import { writeInformation } from './writeInformation.ts';
import { type Bookmark, writeOutline } from './writeOutline.ts';

type Merging = {
  readonly input: MergeInput;
  readonly base: BaseDocument;
  readonly writer: PdfFileWriter;
  readonly stamper: Stamper;
  readonly tree: PageTree;
  readonly read: FileReader;
  /** Physical pages before number 1. */
  readonly unnumbered: number;
  readonly target: CopyTarget;
  /** The unstamped, unwatermarked resources of blank and placeholder pages. */
  readonly plainResources: string;
};

/**
 * Writes the bundle: base pages, blank pages, every file's pages with their stamps, outline
 * and metadata, in one pass from file to file. When files cannot be copied, all of them are
 * named and nothing is kept.
 */
export async function mergeBundle(
  input: MergeInput,
  report: (progress: { fileId: string }) => void,
): Promise<MergeOutput> {
  let base: BaseDocument;
  try {
    base = await openBase(input.basePath);
  } catch (error) {
    return { ok: 'base', detail: String(error) };
  }
  const expected = input.bodyPages + input.groups.length;
  if (base.pages.length !== expected)
    return { ok: 'base', detail: `${base.pages.length} pages instead of ${expected}` };

  const writer = createPdfFileWriter(input.out);
  let finished = false;
  try {
    const merging = await begin(input, base, writer);
    const failed: { id: string; detail: string }[] = [];
    const done: MergedFile[] = [];
    const basePages: number[] = [];
    addBasePages(merging, basePages);
    const groupPages = new Map<string, number>();
    for (const [groupIndex, group] of input.groups.entries()) {
      addDivider(merging, groupIndex, done, basePages);
      groupPages.set(group.id, merging.tree.count() - 1);
      for (const file of group.files) {
        report({ fileId: file.id });
        const mark = writer.mark();
        const pagesBefore = merging.tree.count();
        try {
          const merged = await addFile(merging, file);
          if (failed.length === 0) done.push(merged);
        } catch (error) {
          writer.rollback(mark);
          merging.tree.truncate(pagesBefore);
          failed.push({ id: file.id, detail: error instanceof Error ? error.message : String(error) });
        }
      }
    }
    if (failed.length > 0) return { ok: false, failed };
    const written = await finish(merging, done, groupPages);
    finished = true;
    return { ok: true, files: done, basePages, ...written };
  } finally {
    if (!finished) writer.abandon();
  }
}

async function begin(input: MergeInput, base: BaseDocument, writer: PdfFileWriter): Promise<Merging> {
  const { allocate } = base;
  const stamper = await createStamper(base.document, input.stamps.fontPath, input.stamps.sizePt);
  const closing = allocate();
  writer.writeStream(closing, '', Buffer.from('\nQ Q Q\n', 'latin1'));
  let watermark: number | undefined;
  if (input.watermark !== null) {
    watermark = allocate();
    const form = stamper.watermark(input.watermark);
    writer.writeStream(watermark, form.dict, Buffer.from(form.operators, 'latin1'));
  }
  const layers: Layers = { all: [], hidden: [], automatic: [] };
  const plain = allocate();
  const mark = watermark === undefined ? '' : `/XObject<</${WATERMARK_NAME} ${watermark} 0 R>>`;
  writer.writeObject(plain, `<</Font<</${FONT_NAME} ${stamper.fontNumber} 0 R>>${mark}>>`);
  return {
    input,
    base,
    writer,
    stamper,
    tree: createPageTree(base.rootPagesNumber, allocate),
    read: createFileReader(),
    unnumbered: input.frontPages + (input.duplex ? input.frontPages % 2 : 0),
    target: { writer, allocate, layers, fontNumber: stamper.fontNumber, watermark, closing },
    plainResources: `/Resources ${plain} 0 R`,
  };
}

/** The plan as far as it is decided: groups up to `groupIndex` and the files that are done. */
function planUntil(
  merging: Merging,
  groupIndex: number,
  done: readonly MergedFile[],
): ReturnType<typeof planPagination> {
  const { input } = merging;
  const pagesOf = new Map(done.map(({ id, pagesOut }) => [id, pagesOut]));
  return planPagination({
    frontPages: input.frontPages,
    bodyPages: input.bodyPages,
    duplex: input.duplex,
    groups: input.groups.slice(0, groupIndex + 1).map(({ id, startOnRight, files }) => ({
      id,
      startOnRight,
      files: files
        .filter((one) => pagesOf.has(one.id))
        .map((one) => ({ id: one.id, pages: pagesOf.get(one.id) ?? 0 })),
    })),
  });
}

/** Brings the page tree up to the plan with base and blank pages. */
function addPlanned(merging: Merging, plan: ReturnType<typeof planPagination>, basePages: number[]): void {
  for (const page of plan.sequence.slice(merging.tree.count())) {
    if (page.kind === 'blank') addPlainPage(merging, '');
    else if (page.kind === 'base') addBasePage(merging, page.baseIndex, basePages);
    else throw new Error(`attachment page ${page.physical} is missing`);
  }
}

function addBasePages(merging: Merging, basePages: number[]): void {
  addPlanned(merging, planUntil(merging, -1, []), basePages);
}

function addDivider(
  merging: Merging,
  groupIndex: number,
  done: readonly MergedFile[],
  basePages: number[],
): void {
  // Files that failed leave a gap; the attempt only goes on to find others that fail.
  const plan = planUntil(merging, groupIndex, done);
  if (plan.sequence.length > merging.tree.count()) addPlanned(merging, plan, basePages);
}

function addBasePage({ base, tree, target }: Merging, index: number, basePages: number[]): void {
  const page = base.pages[index];
  if (page === undefined) throw new Error(`base page ${index} is missing`);
  base.setParent(page, tree.nextParent());
  if (target.watermark !== undefined) base.addWatermark(page, target.watermark);
  basePages.push(tree.count());
  tree.add(page.ref.objectNumber);
}

function addPlainPage({ base, tree, writer, target, plainResources }: Merging, operators: string): void {
  const mark = target.watermark === undefined ? '' : `/${WATERMARK_NAME} Do`;
  const contents = base.allocate();
  writer.writeStream(contents, '', Buffer.from(operators + mark, 'latin1'));
  const page = base.allocate();
  const box = `/MediaBox[0 0 ${formatNumbers([A4.width, A4.height])}]`;
  writer.writeObject(
    page,
    `<</Type/Page/Parent ${tree.nextParent()} 0 R${box}${plainResources}/Contents ${contents} 0 R>>`,
  );
  tree.add(page);
}

async function addFile(merging: Merging, file: MergeFile): Promise<MergedFile> {
  const { input, tree, stamper, target } = merging;
  const { content } = file;
  const source =
    content.kind === 'pdf' ? await openSource(merging.read, content.path, content.omitPages) : undefined;
  const start = tree.count();
  const foot = (position: number): string => {
    const printed = input.stamps.pageNumbers ? start + position + 1 - merging.unnumbered : null;
    return stamper.foot(printed, file.stamps[position] ?? file.stamps.at(-1));
  };

  if (content.kind === 'placeholder') {
    for (let position = 0; position < content.pages; position++) {
      const page = content.pages > 1 ? [`（第 ${position + 1} 页，共 ${content.pages} 页）`] : [];
      const notice = stamper.notice('此附件未能装订', [
        `文件：${content.title}`,
        `原因：${content.reason}`,
        ...page,
      ]);
      addPlainPage(merging, foot(position) + notice);
    }
    return { id: file.id, pagesFound: 0, pagesOut: content.pages, pages: [] };
  }
  if (source === undefined) throw new Error('no source');
  const copied = copyPages(
    source,
    file.rotate,
    (position) => ({
      parent: tree.nextParent(),
      spineRight: input.duplex && (start + position) % 2 === 1,
      foot: foot(position),
    }),
    tree.add,
    target,
  );
  return {
    id: file.id,
    pagesFound: source.pages.length,
    pagesOut: copied.length,
    pages: copied.map(({ sourceIndex, placement }, position) => ({
      sourceIndex,
      outIndex: start + position,
      turn: placement.turn,
      target: placement.target,
    })),
  };
}

async function finish(
  merging: Merging,
  done: readonly MergedFile[],
  groupPages: ReadonlyMap<string, number>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { input, base, writer, stamper, tree, target } = merging;
  const last = planUntil(merging, input.groups.length, done);
  if (last.pages !== tree.count()) throw new Error(`${tree.count()} pages written, ${last.pages} planned`);
  for (const page of last.sequence)
    if (page.kind === 'attachment' && page.printed !== page.physical - merging.unnumbered)
      throw new Error(`page ${page.physical} was planned to bear number ${page.printed}`);
  await stamper.embed();
  const outline = writeOutline(bookmarks(merging, last, groupPages), writer, base.allocate);
  const { info, xmp } = writeInformation(input.metadata, writer, base.allocate);
  const frontTotal = last.sequence.findIndex((page) => page.printed !== null);
  const labels = frontTotal > 0 ? `0<</S/r>>${frontTotal}<</S/D>>` : '0<</S/D>>';
  const catalog = new Map([
    ['Version', '/1.7'],
    ['Outlines', outline === undefined ? '' : `${outline} 0 R`],
    ['PageMode', outline === undefined ? '/UseNone' : '/UseOutlines'],
    ['Metadata', `${xmp} 0 R`],
    ['ViewerPreferences', '<</DisplayDocTitle true>>'],
    ['PageLabels', `<</Nums[${labels}]>>`],
    ['OpenAction', ''],
  ]);
  // A base document has no layers of its own; what attachments bring is all there is.
  const layers = layersText(target.layers);
  if (layers !== '') catalog.set('OCProperties', layers);
  const { root } = base.write(writer, tree.write(writer), catalog, [stamper.fontNumber]);
  return writer.finish({ root, info }, base.allocate);
}

function bookmarks(
  { input, tree, base }: Merging,
  plan: ReturnType<typeof planPagination>,
  groupPages: ReadonlyMap<string, number>,
): Bookmark[] {
  const filePages = new Map(plan.files.map((file) => [file.id, file.physical - 1]));
  return input.outline.flatMap((entry) => {
    const { title, level } = entry;
    if ('page' in entry) {
      const page = base.pages[entry.page]?.ref.objectNumber;
      return page === undefined ? [] : [{ title, level, page }];
    }
    const index = 'groupId' in entry ? groupPages.get(entry.groupId) : filePages.get(entry.fileId);
    const page = index === undefined ? undefined : tree.pageAt(Math.min(index, tree.count() - 1));
    return page === undefined ? [] : [{ title, level, page }];
  });
}
