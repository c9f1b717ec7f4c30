import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PARTS = {
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${MAIN}"/>`,
  'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="${MAIN}"/>`,
} as const;

/** Cells of text as a sheet holds them inline. */
export function inlineRow(row: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text, column) =>
      `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** Two rows that are an invoice list. */
export const LIST_ROWS = `${inlineRow(1, ['发票号码', '开票日期', '价税合计'])}${inlineRow(2, ['24112000000048542163', '2024-05-28', '113.00'])}`;

/** A sheet around rows, with anything else before and behind them. */
export function sheetXml(rows: string, before = '', behind = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

/** Writes an .xlsx of parts made by hand. */
export function writeParts(folder: string, name: string, parts: Readonly<Record<string, string>>): string {
  const encoder = new TextEncoder();
  const all = Object.entries({ ...PARTS, ...parts }).map(
    ([part, text]) => [part, encoder.encode(text)] as const,
  );
  const path = join(folder, name);
  writeFileSync(path, zipSync(Object.fromEntries(all), { level: 6 }));
  return path;
}

/** An .xlsx whose only sheet unpacks to so many MiB of spaces. */
export function writeBomb(folder: string, name: string, mib: number): string {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const encoder = new TextEncoder();
  for (const [part, text] of Object.entries(PARTS)) add(zip, part, [encoder.encode(text)]);
  const spaces = new Uint8Array(2 ** 20).fill(0x20);
  const body = Array.from({ length: mib }, () => spaces);
  add(zip, 'xl/worksheets/sheet1.xml', [encoder.encode(`<worksheet xmlns="${MAIN}">`), ...body]);
  zip.end();
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

function add(zip: Zip, name: string, pieces: readonly Uint8Array[]): void {
  const file = new ZipDeflate(name, { level: 9 });
  zip.add(file);
  for (const [index, piece] of pieces.entries()) file.push(piece, index === pieces.length - 1);
}
