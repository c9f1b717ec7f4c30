import { readFileSync } from 'node:fs';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import type { PdfFileWriter } from './createPdfFileWriter.ts';
import { WATERMARK_NAME } from './createStamper.ts';
import { listPages, type PageEntry } from './listPages.ts';
import { serializeEntries, serializeObject } from './serializeObject.ts';

/** The typeset document that is saved: its objects keep their numbers, so every link in it holds. */
export type BaseDocument = {
  readonly document: PDFDocument;
  readonly pages: readonly PageEntry[];
  readonly rootPagesNumber: number;
  /** A number nobody uses yet. */
  readonly allocate: () => number;
  readonly setParent: (page: PageEntry, parent: number) => void;
  readonly addWatermark: (page: PageEntry, watermark: number) => void;
  /**
   * Writes every object that is reached from the catalog, the pages or `extra` (object numbers).
   * `catalog` replaces entries of the catalog (an empty text removes one).
   */
  readonly write: (
    writer: PdfFileWriter,
    pagesEntries: string,
    catalog: ReadonlyMap<string, string>,
    extra: readonly number[],
  ) => { readonly root: number };
};

/** @throws when the typeset document cannot be read */
export async function openBase(path: string): Promise<BaseDocument> {
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
  const { context } = document;
  const writeObject = (writer: PdfFileWriter, ref: PDFRef, reach: (reference: PDFRef) => string): void => {
    const object = context.lookup(ref);
    if (object === undefined || object instanceof PDFInvalidObject) return;
    if (object instanceof PDFStream) {
      const entries = serializeEntries(object.dict, reach, LENGTH, NOTHING_LEFT);
      writer.writeStream(ref.objectNumber, entries, object.getContents());
    } else writer.writeObject(ref.objectNumber, serializeObject(object, reach, NOTHING_LEFT));
  };
  const pages = listPages(context);
  const rootPages = document.catalog.get(PDFName.of('Pages'));
  if (!(rootPages instanceof PDFRef)) throw new Error('the base document has no page tree');
  const inTree = treeNodes(document);
  // Nodes between root and pages are replaced, so each page takes what it inherited from them.
  for (const page of pages) materialise(page);
  const { Root: root } = context.trailerInfo;
  if (!(root instanceof PDFRef)) throw new Error('the base document has no catalog');

  return {
    document,
    pages,
    rootPagesNumber: rootPages.objectNumber,
    allocate: () => context.nextRef().objectNumber,
    setParent: (page, parent) => page.dict.set(PDFName.of('Parent'), PDFRef.of(parent)),
    addWatermark: (page, watermark) => addWatermark(document, page, watermark),
    write: (writer, pagesEntries, catalog, extra) => {
      const done = new Set<PDFRef>([...inTree, root]);
      const queue: PDFRef[] = [];
      // Only what is still reached is written: replaced outlines, metadata and old nodes are not.
      const reach = (reference: PDFRef): string => {
        if (!done.has(reference)) {
          done.add(reference);
          queue.push(reference);
        }
        return `${reference.objectNumber} 0 R`;
      };
      const replaced = new Set([...catalog.keys()].map((key) => `/${key}`));
      const kept = serializeEntries(document.catalog, reach, replaced, NOTHING_LEFT);
      const added = [...catalog].filter(([, text]) => text !== '').map(([key, text]) => `/${key} ${text}`);
      writer.writeObject(root.objectNumber, `<<${kept}${added.join('')}>>`);
      writer.writeObject(rootPages.objectNumber, `<<${pagesEntries}>>`);
      for (const page of pages) reach(page.ref);
      for (const number of extra) reach(PDFRef.of(number));
      for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) writeObject(writer, ref, reach);
      return { root: root.objectNumber };
    },
  };
}

const LENGTH: ReadonlySet<string> = new Set(['/Length']);
/** The base keeps its tags: nothing of it is left behind. */
const NOTHING_LEFT: ReadonlySet<string> = new Set();

function treeNodes(document: PDFDocument): Set<PDFRef> {
  const nodes = new Set<PDFRef>();
  const walk = (item: unknown): void => {
    if (!(item instanceof PDFRef) || nodes.has(item)) return;
    const dict = document.context.lookup(item);
    const kids = dict instanceof PDFDict ? dict.lookup(PDFName.of('Kids')) : undefined;
    if (!(kids instanceof PDFArray)) return;
    nodes.add(item);
    for (const kid of kids.asArray()) walk(kid);
  };
  walk(document.catalog.get(PDFName.of('Pages')));
  return nodes;
}

function materialise({ dict, geometry, resources }: PageEntry): void {
  const { x0, y0, x1, y1 } = geometry.box;
  const box = [x0, y0, x1, y1].map((value) => PDFNumber.of(value));
  if (!dict.has(PDFName.of('MediaBox'))) dict.set(PDFName.of('MediaBox'), dict.context.obj(box));
  if (!dict.has(PDFName.of('Rotate')) && geometry.rotate !== 0)
    dict.set(PDFName.of('Rotate'), PDFNumber.of(geometry.rotate));
  if (!dict.has(PDFName.of('Resources')) && resources !== undefined)
    dict.set(PDFName.of('Resources'), resources);
}

function addWatermark(document: PDFDocument, page: PageEntry, watermark: number): void {
  const { context } = document;
  const { dict } = page;
  const resources = dict.lookup(PDFName.of('Resources'));
  const copy = resources instanceof PDFDict ? resources.clone(context) : context.obj({});
  const forms = copy.lookup(PDFName.of('XObject'));
  const formsCopy = forms instanceof PDFDict ? forms.clone(context) : context.obj({});
  formsCopy.set(PDFName.of(WATERMARK_NAME), PDFRef.of(watermark));
  copy.set(PDFName.of('XObject'), formsCopy);
  dict.set(PDFName.of('Resources'), copy);
  const contents = dict.get(PDFName.of('Contents'));
  const found = context.lookup(contents);
  const own = found instanceof PDFArray ? found.asArray() : contents === undefined ? [] : [contents];
  const before = context.register(context.stream('q\n'));
  const after = context.register(context.stream(`\nQ /${WATERMARK_NAME} Do\n`));
  dict.set(PDFName.of('Contents'), context.obj([before, ...own, after]));
}
