import { readFile } from 'node:fs/promises';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import type { FieldReading, ReadInvoice, ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import { attachedXml } from '../ofd/attachedXml.ts';
import type { Box } from '../ofd/box.ts';
import { type Ofd, type OfdDocument, type OfdPage, openOfd } from '../ofd/openOfd.ts';
import { OfdTooLarge } from '../ofd/openPackage.ts';
import { pageBox } from '../ofd/pageBox.ts';
import { type PageText, pageTexts, templateTexts } from '../ofd/pageTexts.ts';
import { createPageFinder, type FoundText, type PageFinder } from './createPageFinder.ts';
import { kindOfTitle } from './kindOfTitle.ts';
import { readOfdCustomData } from './readOfdCustomData.ts';
import { readOfdTags } from './readOfdTags.ts';
import { readXmlInvoice } from './readXmlInvoice.ts';

const MOST_BYTES = 256 * 2 ** 20;
/** Of a document with more pages only these are searched for values; no invoice has as many. */
const MOST_PAGES = 50;

const WORDS = {
  'file-damaged': 'OFD 文件已损坏或不完整，没能读出发票；请向开票方重新索取，或对照 PDF 手工填写',
  'file-encrypted': 'OFD 文件加了密，没能读出发票；请解除加密后重新添加',
  'file-too-large': 'OFD 文件展开后过大，不像是发票，没有读取；请对照 PDF 手工填写',
} as const;

/**
 * The invoices of an OFD, one a document: what CustomData, attached data, tags and the page itself tell, side by side,
 * with the place on the page where it could be found. An OFD that is no invoice gives an empty reading.
 * @throws errors of the file system
 */
export async function readOfdInvoices(path: string): Promise<FileReading> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) return refuse('file-too-large');
  const opened = await openOfd(bytes);
  if (!opened.ok) return refuse(opened.code);
  const { ofd } = opened;
  try {
    let before = 0;
    const invoices = ofd.documents.flatMap((document) => {
      const found = readDocument(ofd, document, before);
      before += document.pages.length;
      return found ?? [];
    });
    return { ...NOTHING_READ, invoices };
  } catch (error) {
    if (error instanceof OfdTooLarge) return refuse('file-too-large');
    throw error;
  }
}

function refuse(code: keyof typeof WORDS): FileReading {
  const problem: FileProblem = { code, message: WORDS[code], severity: 'warning' };
  return { ...NOTHING_READ, problems: [problem] };
}

/** @param before pages of the documents before this one */
function readDocument(ofd: Ofd, document: OfdDocument, before: number): ReadInvoice | null {
  const own = wordsOf(document, before, pageTexts);
  // Titles and labels stand in templates, values hardly ever: templates are only opened for what is wanted of them.
  let opened: Words | null = null;
  const templates = (): Words => {
    opened ??= wordsOf(document, before, (page) => templateTexts(document, page));
    return opened;
  };
  const told: readonly ReadInvoice[] = [
    { pages: [], fields: [...readOfdCustomData(document.body)], lines: [], problems: [] },
    ...attachedXml(ofd, document).flatMap(readXmlInvoice),
    ...readOfdTags(ofd, document, (pageId, id) => own.find(pageId, id) ?? templates().find(pageId, id)),
  ];
  const fields = told.flatMap((each) => each.fields);
  if (!fields.some(({ field }) => field === 'number' || field === 'totalFen')) return null;
  const titled = fields.some(({ field }) => field === 'kind')
    ? own.texts
    : [...own.texts, ...templates().texts];
  const find = createPageFinder(own.texts);
  return {
    pages: document.pages.map((_, index) => before + index + 1),
    fields: [...fields, ...titleKind(titled)].map((each) => placed(each, find)),
    lines: told.find(({ lines }) => lines.length > 0)?.lines ?? [],
    problems: told.flatMap(({ problems }) => problems),
  };
}

type Words = {
  readonly texts: readonly FoundText[];
  /** By the page's id (empty: on any page) and the object's. */
  readonly find: (pageId: string, id: string) => FoundText | null;
};

function wordsOf(
  document: OfdDocument,
  before: number,
  textsOf: (page: OfdPage) => readonly PageText[],
): Words {
  const texts: FoundText[] = [];
  const byId = new Map<string, FoundText>();
  for (const [index, page] of document.pages.slice(0, MOST_PAGES).entries()) {
    const { box } = pageBox(document, page);
    for (const text of textsOf(page)) {
      const found = { text: text.text, place: placeOf(text, box, before + index + 1) };
      texts.push(found);
      if (text.id === '') continue;
      byId.set(`${page.id}/${text.id}`, found);
      if (!byId.has(`/${text.id}`)) byId.set(`/${text.id}`, found);
    }
  }
  return { texts, find: (pageId, id) => byId.get(`${pageId}/${id}`) ?? byId.get(`/${id}`) ?? null };
}

/** As fractions of the page, cut to it. */
function placeOf(text: PageText, box: Box, page: number): ReadingPlace {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const left = within((text.left - box.x) / box.width);
  const top = within((text.top - box.y) / box.height);
  const right = within((text.left + text.width - box.x) / box.width);
  const bottom = within((text.top + text.height - box.y) / box.height);
  return { on: 'page', page, left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function titleKind(texts: readonly FoundText[]): readonly FieldReading[] {
  for (const { text, place } of texts) {
    const value = kindOfTitle(text);
    if (value !== null) return [{ field: 'kind', value, source: 'ofd-text', confidence: 'likely', place }];
  }
  return [];
}

/** The QR code has a place of its own, which is none of a text. */
function placed(reading: FieldReading, find: PageFinder): FieldReading {
  if (reading.place !== null || reading.source === 'qr') return reading;
  return { ...reading, place: find(reading) };
}
