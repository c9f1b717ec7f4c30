import path from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { AnchorPage, BundleDocument, PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import { missingFontFiles } from './fonts/faces.ts';
import { readGlyphCoverage } from './fonts/glyphCoverage.ts';
import { picturePath } from './prepare/prepareBlocks.ts';
import { type Preparation, prepareDocument } from './prepare/prepareDocument.ts';
import type { PreparedDocument } from './prepare/prepared.ts';
import { readPageReport } from './readPageReport.ts';
import { readPageTemplates } from './readPageTemplates.ts';

export interface TypesetInput {
  readonly assets: ReadonlyMap<string, PictureAsset>;
  /** Printed numbers of what is not counted here: `attachment.ID` files and `attachments.KIND` dividers. */
  readonly pageNumbers: ReadonlyMap<string, number>;
  /** ISO date written into the PDF's properties. Without one none is, so that equal input gives equal bytes. */
  readonly date?: string | null;
  /** With structure for screen readers, true unless given; a preview, which is drawn only, does without. */
  readonly tagged?: boolean;
}

export interface Typeset {
  readonly pdf: Uint8Array;
  /** Physical pages before the first numbered one. */
  readonly frontPages: number;
  /** Physical pages before the first divider, the front included. */
  readonly bodyPages: number;
  readonly pages: number;
  /** Physical pages on which nothing stands. */
  readonly blankPages: readonly number[];
  readonly anchors: ReadonlyMap<string, AnchorPage>;
  /** Physical pages on which something did not fit and is cut off: nothing to hand in. */
  readonly cutPages: readonly number[];
  /** For the user, in Chinese: characters without a glyph, pictures that are missing. */
  readonly warnings: readonly string[];
}

/** Typesets documents, one after another. Keeping it makes the second compile of nearly the same document quick. */
export interface Typesetter {
  readonly typeset: (document: BundleDocument, input: TypesetInput) => Typeset;
}

/** How long a memoised result of a compile stays without being used, in compiles. */
const KEPT_COMPILES = 3;

/** Nothing is ever read here: every file Typst sees lies in memory under this root. */
const ROOT = path.resolve('/chengce-pages');

/**
 * Loads fonts and templates into a compiler in this process. No network, no packages.
 * @param fontsDir folder of the font files of assets/fonts
 * @param templatesDir folder of the `.typ` files
 * @throws when a font file is missing: the installation is broken
 */
export function createTypesetter(fontsDir: string, templatesDir: string): Typesetter {
  const missing = missingFontFiles(fontsDir);
  if (missing.length > 0) throw new Error(`安装不完整：缺少字体文件 ${missing.join('、')}（${fontsDir}）。`);
  const coverage = readGlyphCoverage(fontsDir);
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: [fontsDir] }] });
  const put = (name: string, content: Uint8Array): void => {
    compiler.mapShadow(path.join(ROOT, name), Buffer.from(content));
  };
  for (const [name, content] of readPageTemplates(templatesDir)) put(name, content);
  const pictures = new Set<string>();

  const putPictures = (assets: ReadonlyMap<string, PictureAsset>): void => {
    const wanted = new Map(
      [...assets.values()].map((asset) => [picturePath(asset.sha256, asset.mime), asset]),
    );
    for (const name of pictures) {
      if (wanted.has(name)) continue;
      compiler.unmapShadow(path.join(ROOT, name));
      pictures.delete(name);
    }
    for (const [name, asset] of wanted) {
      // A name is its content's hash: what is there already is the same.
      if (!pictures.has(name)) put(name, asset.bytes);
      pictures.add(name);
    }
  };

  let parts = new Set<string>();
  /** Each section is a file of its own: Typst evaluates anew only what reads a file that changed. */
  const putDocument = ({ sections, dividers, ...common }: PreparedDocument): void => {
    const files = new Map<string, unknown>([
      ['/data.json', { ...common, sections: sections.length, dividers: dividers.length }],
      ...sections.map((section, index) => [`/section-${index}.json`, section] as const),
      ...dividers.map((divider, index) => [`/divider-${index}.json`, divider] as const),
    ]);
    for (const [name, content] of files) put(name, Buffer.from(JSON.stringify(content)));
    for (const name of parts) if (!files.has(name)) compiler.unmapShadow(path.join(ROOT, name));
    parts = new Set(files.keys());
  };

  const compile = (main: string): NodeTypstDocument | { readonly errors: string } => {
    const result = compiler.compile({ mainFilePath: path.join(ROOT, main) });
    if (result.result !== null) return result.result;
    const diagnostics = result.takeDiagnostics();
    return { errors: JSON.stringify(diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics)) };
  };

  /** Pictures whose bytes Typst cannot decode. */
  const undecodable = (assets: ReadonlyMap<string, PictureAsset>): Set<string> => {
    const refused = new Set<string>();
    for (const [sha256, asset] of assets) {
      put('/probe.typ', Buffer.from(`#image("${picturePath(asset.sha256, asset.mime)}", width: 1cm)`));
      if ('errors' in compile('/probe.typ')) refused.add(sha256);
    }
    return refused;
  };

  /** Tagged for screen readers, unless Typst trips over the tags of an unusual document. */
  const write = (compiled: NodeTypstDocument, tagged: boolean): Uint8Array => {
    if (!tagged) return new Uint8Array(compiler.pdf(compiled, { pdfTags: false }));
    try {
      return new Uint8Array(compiler.pdf(compiled));
    } catch {
      return new Uint8Array(compiler.pdf(compiled, { pdfTags: false }));
    }
  };

  const attempt = (
    document: BundleDocument,
    input: TypesetInput,
    refused: ReadonlySet<string>,
  ): { readonly preparation: Preparation; readonly compiled: ReturnType<typeof compile> } => {
    const { assets, pageNumbers, date = null } = input;
    const preparation = prepareDocument(document, { assets, refused, pageNumbers, coverage, date });
    putDocument(preparation.prepared);
    return { preparation, compiled: compile('/main.typ') };
  };

  const typeset = (document: BundleDocument, input: TypesetInput): Typeset => {
    putPictures(input.assets);
    let { preparation, compiled } = attempt(document, input, new Set());
    if ('errors' in compiled && input.assets.size > 0)
      ({ preparation, compiled } = attempt(document, input, undecodable(input.assets)));
    if ('errors' in compiled) throw new Error(`page templates failed: ${compiled.errors.slice(0, 2000)}`);
    const pages = compiled.numOfPages;
    const answer: unknown = compiler.query(compiled, { selector: '<report>', field: 'value' });
    const report = readPageReport(answer, pages, document, preparation.anchors, input.pageNumbers);
    const pdf = write(compiled, input.tagged ?? true);
    compiler.evictCache(KEPT_COMPILES);
    return {
      pdf,
      pages,
      frontPages: report.frontPages,
      bodyPages: report.bodyPages,
      blankPages: report.blankPages,
      anchors: report.anchors,
      cutPages: report.squeezed,
      warnings: preparation.warnings,
    };
  };
  return { typeset };
}
