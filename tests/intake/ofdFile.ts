import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

export type OfdMaking = {
  /** Of the document; `null` leaves it out. */
  readonly box?: string | null;
  /** What stands in the only layer of each page. */
  readonly pages: readonly string[];
  /** Elements before a page's content, `<ofd:Template …/>` and the like. */
  readonly beforeContent?: string;
  /** What stands in the layer of each template; their ids are T1, T2 … */
  readonly templates?: readonly string[];
  /** Groups of DocumentRes.xml. */
  readonly resources?: string;
  /** In DocInfo of OFD.xml. */
  readonly info?: string;
  /** In DocBody of OFD.xml. */
  readonly body?: string;
  /** At the end of Document.xml. */
  readonly document?: string;
  /** Other parts by path, and parts that stand in the place of made ones. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
};

/** An OFD made by hand, page ids P1, P2 …; 100 × 60 mm unless said otherwise. */
export function ofdBytes(making: OfdMaking): Uint8Array {
  const { box = '0 0 100 60', pages, templates = [] } = making;
  const area = box === null ? '' : `<ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea>`;
  const layer = (objects: string): string =>
    `<ofd:Content><ofd:Layer ID="L">${objects}</ofd:Layer></ofd:Content>`;
  const parts: Record<string, string | Uint8Array> = {
    'OFD.xml': `${HEAD}<ofd:OFD ${NS} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>${making.info ?? ''}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${making.body ?? ''}</ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${HEAD}<ofd:Document ${NS}><ofd:CommonData>${area}${templates
      .map((_, index) => `<ofd:TemplatePage ID="T${index + 1}" BaseLoc="Tpls/${index}.xml"/>`)
      .join('')}<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${pages
      .map((_, index) => `<ofd:Page ID="P${index + 1}" BaseLoc="Pages/${index}.xml"/>`)
      .join('')}</ofd:Pages>${making.document ?? ''}</ofd:Document>`,
    'Doc_0/DocumentRes.xml': `${HEAD}<ofd:Res ${NS} BaseLoc="Res">${making.resources ?? ''}</ofd:Res>`,
  };
  for (const [index, objects] of pages.entries())
    parts[`Doc_0/Pages/${index}.xml`] =
      `${HEAD}<ofd:Page ${NS}>${making.beforeContent ?? ''}${layer(objects)}</ofd:Page>`;
  for (const [index, objects] of templates.entries())
    parts[`Doc_0/Tpls/${index}.xml`] = `${HEAD}<ofd:Page ${NS}>${layer(objects)}</ofd:Page>`;
  const all = Object.entries({ ...parts, ...making.parts });
  const zip: Zippable = Object.fromEntries(
    all.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
  return zipSync(zip, { mtime: '2024-05-28' });
}

/** The same as a file; its path. */
export function ofdFile(folder: string, making: OfdMaking, name = '票.ofd'): string {
  const path = join(folder, name);
  writeFileSync(path, ofdBytes(making));
  return path;
}

/** A black square in millimetres. */
export function square(x: number, y: number, side: number, attributes = ''): string {
  return `<ofd:PathObject ID="${x}${y}" Boundary="${x} ${y} ${side} ${side}" Fill="true" Stroke="false" ${attributes}><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ${side} 0 L ${side} ${side} L 0 ${side} C</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** A text object of a font by its id. */
export function words(
  text: string,
  { x = 5, y = 5, size = 6, font = 'F', more = '', code = '' } = {},
): string {
  return `<ofd:TextObject ID="t${x}${y}" Boundary="${x} ${y} 80 ${size * 1.4}" Font="${font}" Size="${size}" ${more}><ofd:TextCode X="0" Y="${size}" ${code}>${text}</ofd:TextCode></ofd:TextObject>`;
}
