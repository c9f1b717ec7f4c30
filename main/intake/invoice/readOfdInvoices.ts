import { readFile } from 'node:fs/promises';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import type { FieldReading, InvoiceFieldName, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { attachedXml } from '../ofd/attachedXml.ts';
import { type Ofd, type OfdDocument, type OfdPage, openOfd } from '../ofd/openOfd.ts';
import { OfdTooLarge } from '../ofd/openPackage.ts';
import { pageBox } from '../ofd/pageBox.ts';
import { type PageText, pageTexts, templateTexts } from '../ofd/pageTexts.ts';
import { createPageFinder, type FoundText, type PageFinder } from './createPageFinder.ts';
import { kindOfTitle } from './kindOfTitle.ts';
import { placeOnPaper } from './placeOnPaper.ts';
import { readOfdCustomData } from './readOfdCustomData.ts';
import { readOfdTags } from './readOfdTags.ts';
import { readOfdText } from './readOfdText.ts';
import { readXmlInvoice } from './readXmlInvoice.ts';

const MOST_BYTES = 256 * 2 ** 20;
/** Of a document with more pages only these are searched for values; no invoice has as many. */
const MOST_PAGES = 50;
/** With fewer letters on its pages an OFD may be a scan: only who looks at it can tell. */
const FEW_LETTERS = 40;

const WORDS = {
  'file-damaged': 'OFD 文件已损坏或不完整，没能读出发票；请向开票方重新索取，或对照 PDF 手工填写',
  'file-encrypted': 'OFD 文件加了密，没能读出发票；请解除加密后重新添加',
  'file-too-large': 'OFD 文件展开后过大，不像是发票，没有读取；请对照 PDF 手工填写',
} as const;

/**
 * The invoices of an OFD, one a document: what CustomData, attached data, tags and the page itself tell, side by side,
 * with the place on the page where it could be found. An OFD that is no invoice gives an empty reading.
 * @param onPage called with the index of every page, from 0, of an OFD that has to be looked at as a picture
 * @throws errors of the file system
 */
export async function readOfdInvoices(
  path: string,
  onPage: (page: number) => void = () => undefined,
): Promise<FileReading> {
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
      return found;
    });
    if (invoices.length > 0 || !ofd.documents.every(isWordless)) return { ...NOTHING_READ, invoices };
    // PDF engine and fonts are only loaded for such a file.
    const { readDrawnOfd } = await import('./readDrawnOfd.ts');
    return { ...NOTHING_READ, invoices: [...(await readDrawnOfd(path, onPage))] };
  } catch (error) {
    if (error instanceof OfdTooLarge) return refuse('file-too-large');
    throw error;
  }
}

function refuse(code: keyof typeof WORDS): FileReading {
  const problem: FileProblem = { code, message: WORDS[code], severity: 'warning' };
  return { ...NOTHING_READ, problems: [problem] };
}

function isWordless({ pages }: OfdDocument): boolean {
  const letters = pages
    .slice(0, MOST_PAGES)
    .flatMap((page) => pageTexts(page).flatMap((text) => text.letters));
  return letters.length < FEW_LETTERS;
}

/** @param before pages of the documents before this one */
function readDocument(ofd: Ofd, document: OfdDocument, before: number): readonly ReadInvoice[] {
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
  const find = createPageFinder(own.texts);
  const unseen = unseenFields(fields, own.texts, find);
  const printed = unseen.size > 0 || lacks(fields) ? readOfdText(document, before) : [];
  // Without any data every invoice on the pages is one of its own; with data all words speak of the same.
  if (!fields.some(({ field }) => field === 'number' || field === 'totalFen')) return printed;
  const [words] = printed.length === 1 ? printed : [];
  const all = [...fields, ...(words?.fields ?? [])];
  const titled = hasField(all, 'kind') ? own.texts : [...own.texts, ...templates().texts];
  const kind = words === undefined ? titleKind(titled) : [];
  return [
    {
      pages: document.pages.map((_, index) => before + index + 1),
      fields: [...all, ...kind].map((each) =>
        placed(unseen.has(each) ? { ...each, confidence: 'likely' } : each, find),
      ),
      lines: [...told, ...printed].find(({ lines }) => lines.length > 0)?.lines ?? [],
      problems: told.flatMap(({ problems }) => problems),
    },
  ];
}

/** What the table of invoices needs most; data without one of them leave it to the words of the page. */
const NEEDED: readonly InvoiceFieldName[] = ['number', 'issuedOn', 'totalFen', 'buyer.name', 'seller.name'];

function lacks(fields: readonly FieldReading[]): boolean {
  return NEEDED.some((name) => !hasField(fields, name));
}

/** What a person would compare with the page at once. */
const COMPARED: readonly InvoiceFieldName[] = ['number', 'issuedOn', 'netFen', 'totalFen'];

/**
 * Data that the page does not show, though it has words: data and page may contradict each other, so the words are read
 * as well, and data are no longer certain by themselves.
 */
function unseenFields(
  fields: readonly FieldReading[],
  texts: readonly FoundText[],
  find: PageFinder,
): ReadonlySet<FieldReading> {
  if (texts.reduce((sum, { text }) => sum + text.length, 0) < FEW_LETTERS) return new Set();
  return new Set(
    fields.filter((one) => COMPARED.includes(one.field) && one.source !== 'qr' && !find.stands(one)),
  );
}

function hasField(fields: readonly FieldReading[], name: InvoiceFieldName): boolean {
  return fields.some(({ field }) => field === name);
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
      const found = { text: text.text, place: placeOnPaper(text, box, before + index + 1) };
      texts.push(found);
      if (text.id === '') continue;
      byId.set(`${page.id}/${text.id}`, found);
      if (!byId.has(`/${text.id}`)) byId.set(`/${text.id}`, found);
    }
  }
  return { texts, find: (pageId, id) => byId.get(`${pageId}/${id}`) ?? byId.get(`/${id}`) ?? null };
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
  return { ...reading, place: find.place(reading) };
}
