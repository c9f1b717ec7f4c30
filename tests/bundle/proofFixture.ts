import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import {
  degrees,
  PDFArray,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';
import type { ClaimedPackage } from '../../main/bundle/proof/packageFacts.ts';
import { writeWord } from '../../main/bundle/word/writeWord.ts';
import type { BundleDocument } from '../../shared/documents/bundleDocument.ts';
import { cell, label, paragraph, row, table, text } from './wordFixture.ts';

/** A whole small package made with nothing but pdf-lib and the Word writer, and what may go wrong in it. */
export interface PackageFaults {
  readonly draft?: boolean;
  /** The PDF's 目录 prints this number for the plan. */
  readonly planPageInPdf?: number;
  /** Leaves out the last page. */
  readonly dropLastPage?: boolean;
  readonly embedFonts?: boolean;
  /** A value that differs in the PDF or in the Word file only. */
  readonly scoreInPdf?: string;
  readonly scoreInWord?: string;
  readonly planPageInWord?: number;
  /** Bookmark of the plan leads to this physical page. */
  readonly outlineTarget?: number;
  /** The link in the 目录 leads to a page that is not there. */
  readonly brokenLink?: boolean;
  /** Physical page the link of the plan leads to. */
  readonly linkTarget?: number;
  /** Physical page without the draft mark. */
  readonly unmarkedPage?: number;
  /** Physical page without its number. */
  readonly unnumberedPage?: number;
  readonly landscapePage?: number;
  readonly withoutRowStamp?: boolean;
}

const FONT = join(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'),
  '..',
  '400Regular',
  'NotoSerifSC_400Regular.ttf',
);
const SCORE = '76.5';
const FIRST_NUMBERED = 3;
const PLAN_PAGE = 2;

export const PDF_NAME = '示例项目 申报材料.pdf';
export const WORD_NAME = '示例项目 申报材料.docx';

const TOC = [
  { title: '一、试点示范项目申报表', page: 1 },
  { title: '二、项目建设方案', page: PLAN_PAGE },
  { title: '1.项目名称', page: PLAN_PAGE },
  { title: '三、其他附件', page: 3 },
  { title: '发票复印件', page: 4 },
  { title: '发票.pdf', page: 5 },
];

function pageLines(faults: PackageFaults): string[][] {
  const { planPageInPdf = PLAN_PAGE, scoreInPdf = SCORE } = faults;
  const toc = TOC.map(({ title, page }) =>
    [title, '.'.repeat(40), title === '二、项目建设方案' ? planPageInPdf : page].join(' '),
  );
  return [
    ['项目申报书', '示例科技有限公司'],
    ['目录', ...toc],
    ['一、试点示范项目申报表', '评估得分', scoreInPdf, '项目总投资', '1,234.50', '1,234.56'],
    ['二、项目建设方案', '1.项目名称', '示例5G数字化车间'],
    ['三、其他附件', '附件清单'],
    ['发票复印件'],
    ['增值税电子普通发票', '甲'],
    ['增值税电子普通发票', '乙'],
  ];
}

function addOutline(pdf: PDFDocument, entries: readonly { title: string; page: PDFRef }[]): void {
  const root = pdf.context.nextRef();
  const refs = entries.map(() => pdf.context.nextRef());
  for (const [index, { title, page }] of entries.entries()) {
    const ref = refs[index];
    const next = refs[index + 1];
    const previous = refs[index - 1];
    if (ref === undefined) continue;
    pdf.context.assign(
      ref,
      pdf.context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        Dest: [page, 'Fit'],
        ...(next === undefined ? {} : { Next: next }),
        ...(previous === undefined ? {} : { Prev: previous }),
      }),
    );
  }
  const [first] = refs;
  const last = refs.at(-1);
  if (first === undefined || last === undefined) return;
  pdf.context.assign(
    root,
    pdf.context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }),
  );
  pdf.catalog.set(PDFName.of('Outlines'), root);
}

function addLink(pdf: PDFDocument, page: PDFPage, rect: readonly number[], target: PDFRef): void {
  const link = pdf.context.register(
    pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [...rect],
      Border: [0, 0, 0],
      Dest: [target, 'Fit'],
    }),
  );
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  if (annotations === undefined) page.node.set(PDFName.of('Annots'), pdf.context.obj([link]));
  else annotations.push(link);
}

function drawPage(
  page: PDFPage,
  font: PDFFont,
  lines: readonly string[],
  physical: number,
  faults: PackageFaults,
): void {
  lines.forEach((line, index) => {
    page.drawText(line, { x: 80, y: 740 - index * 28, size: 14, font });
  });
  const printed = physical - FIRST_NUMBERED + 1;
  if (printed >= 1 && physical !== faults.unnumberedPage)
    page.drawText(`— ${printed} —`, { x: printed % 2 === 1 ? 480 : 80, y: 40, size: 14, font });
  if (physical === 8 || (physical === 7 && faults.withoutRowStamp !== true))
    page.drawText('投资明细表第 12 行', { x: 240, y: 40, size: 9, font });
  if (faults.draft === true && physical !== faults.unmarkedPage)
    page.drawText('草稿', { x: 180, y: 260, size: 160, font, rotate: degrees(45), opacity: 0.1 });
}

/** Takes the font programs out of their descriptors: what a careless writer leaves behind. */
function stripFonts(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    if ('delete' in object && 'get' in object && typeof object.delete === 'function')
      for (const key of ['FontFile', 'FontFile2', 'FontFile3']) object.delete(PDFName.of(key));
}

export async function makePdf(faults: PackageFaults): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(readFileSync(FONT), { subset: true });
  const all = pageLines(faults);
  const lines = faults.dropLastPage === true ? all.slice(0, -1) : all;
  const pages = lines.map((_, index) =>
    pdf.addPage(index + 1 === faults.landscapePage ? [841.89, 595.28] : [595.28, 841.89]),
  );
  for (const [index, page] of pages.entries()) drawPage(page, font, lines[index] ?? [], index + 1, faults);
  const refs = pages.map(({ ref }) => ref);
  const refOf = (physical: number): PDFRef => refs[physical - 1] ?? pdf.context.nextRef();
  const contents = pages[1];
  if (contents !== undefined)
    for (const [index, { page }] of TOC.entries()) {
      const y = 740 - (index + 1) * 28;
      const target =
        index === 1 && faults.brokenLink === true
          ? pdf.context.nextRef()
          : refOf(index === 1 ? (faults.linkTarget ?? page + 2) : page + 2);
      addLink(pdf, contents, [75, y - 5, 560, y + 16], target);
    }
  addOutline(
    pdf,
    TOC.map(({ title, page }) => ({
      title,
      page: refOf(title === '二、项目建设方案' ? (faults.outlineTarget ?? page + 2) : page + 2),
    })),
  );
  if (faults.embedFonts !== false) return pdf.save();
  const saved = await PDFDocument.load(await pdf.save());
  stripFonts(saved);
  return saved.save();
}

function wordDocument({ draft = false, scoreInWord = SCORE }: PackageFaults): BundleDocument {
  const section = { startOnRight: false } as const;
  return {
    title: '示例',
    author: '示例科技有限公司',
    subject: '',
    keywords: [],
    draft,
    duplex: false,
    sections: [
      {
        ...section,
        id: 'cover',
        kind: 'cover',
        numbered: false,
        blocks: [paragraph('coverTitle', '项目申报书'), paragraph('coverLine', '示例科技有限公司')],
      },
      {
        ...section,
        id: 'contents',
        kind: 'contents',
        numbered: false,
        blocks: [
          {
            type: 'contents',
            entries: TOC.map(({ title }, index) => ({
              level: 1,
              text: title,
              anchor:
                ['form', 'plan', 'plan.1', 'attachments', 'attachments.invoices', 'attachment.a'][index] ??
                '',
            })),
          },
        ],
      },
      {
        ...section,
        id: 'form',
        kind: 'form',
        numbered: true,
        blocks: [
          { type: 'heading', level: 1, anchor: 'form.title', text: '一、试点示范项目申报表' },
          table({
            style: 'form',
            columns: [1, 1],
            rows: [
              row([label('评估得分'), cell(scoreInWord)]),
              row([label('项目总投资'), cell([paragraph('cell', [text('1,23'), text('4.50', 'bold')])])]),
            ],
          }),
          paragraph('plain', '1,234.56'),
        ],
      },
      {
        ...section,
        id: 'plan',
        kind: 'plan',
        numbered: true,
        blocks: [
          { type: 'heading', level: 1, anchor: 'plan.title', text: '二、项目建设方案' },
          { type: 'heading', level: 2, anchor: 'plan.1', text: '1.项目名称' },
          paragraph('body', '示例5G数字化车间'),
        ],
      },
      {
        ...section,
        id: 'attachments',
        kind: 'attachments',
        numbered: true,
        blocks: [paragraph('partTitle', '三、其他附件')],
      },
    ],
    dividers: [{ kind: 'invoices', title: '发票复印件', blocks: [paragraph('dividerTitle', '发票复印件')] }],
    outline: [],
    printedValues: [],
    seals: [],
    spineText: '',
  };
}

/** Writes the package into a folder and returns its manifest as an honest exporter would have made it. */
export async function makePackage(dir: string, faults: PackageFaults = {}): Promise<ClaimedPackage> {
  const pdf = await makePdf(faults);
  const word = await writeWord(wordDocument(faults), {
    assets: new Map(),
    anchors: new Map([
      ['form', { physical: 3, printed: 1 }],
      ['plan', { physical: 4, printed: faults.planPageInWord ?? PLAN_PAGE }],
      ['plan.1', { physical: 4, printed: PLAN_PAGE }],
      ['attachments', { physical: 5, printed: 3 }],
    ]),
    pageNumbers: new Map([
      ['attachments.invoices', 4],
      ['attachment.a', 5],
    ]),
  });
  writeFileSync(join(dir, PDF_NAME), pdf);
  writeFileSync(join(dir, WORD_NAME), word);
  const fileEntry = (role: 'pdf' | 'word', name: string, bytes: Uint8Array) => ({
    role,
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const draft = faults.draft === true;
  return {
    format: 1,
    final: !draft,
    reasons: draft ? ['还有 1 项必须改正'] : [],
    notes: [],
    call: { id: 'example', revision: 1 },
    title: '示例',
    applicant: '示例科技有限公司',
    files: [fileEntry('pdf', PDF_NAME, pdf), fileEntry('word', WORD_NAME, word)],
    pages: 8,
    toc: TOC,
    sections: [
      { id: 'cover', title: '封面', firstPage: null, physicalPage: 1 },
      { id: 'contents', title: '目录', firstPage: null, physicalPage: 2 },
      { id: 'form', title: '一、试点示范项目申报表', firstPage: 1, physicalPage: 3 },
      { id: 'plan', title: '二、项目建设方案', firstPage: 2, physicalPage: 4 },
      { id: 'attachments', title: '三、其他附件', firstPage: 3, physicalPage: 5 },
      { id: 'attachments.invoices', title: '发票复印件', firstPage: 4, physicalPage: 6 },
    ],
    attachments: [
      {
        file: '发票.pdf',
        kind: 'invoices',
        pagesIn: 2,
        pagesOut: 2,
        firstPage: 5,
        physicalPage: 7,
        rows: [12],
        pageRows: [[12], [12]],
        sha256: '0'.repeat(64),
        via: 'copy',
        problems: [],
      },
    ],
    originals: [],
    seals: [],
    print: { sheets: 8, blankPages: 0, colourPages: 0, spineMm: 1.4, spineText: '', duplex: false },
    expected: {
      values: [
        { what: '申报单位', text: '示例科技有限公司' },
        { what: '评估得分', text: SCORE },
        { what: '项目总投资', text: '1,234.50' },
        { what: '项目名称', text: '示例5G数字化车间' },
      ],
      headings: TOC.map(({ title, page }) => ({ title, physicalPage: page + 2, printed: page })),
      outline: TOC.map(({ title, page }) => ({ title, physicalPage: page + 2 })),
    },
  };
}
