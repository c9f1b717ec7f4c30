import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../main/intake/inspectFiles.ts';
import { type OfdToPdf, ofdToPdf } from '../../main/intake/ofd/ofdToPdf.ts';
import { createPageDrawer } from '../../main/intake/pagePicture/createPageDrawer.ts';
import { createRandom } from '../../scripts/samples/createRandom.ts';
import { qpdfCheck, renderPage, textOf } from '../bundle/assemble/secondEngine.ts';
import { der } from '../fixtures/evidence/ofd/der.ts';
import { makeOfdFiles } from '../fixtures/evidence/ofd/makeOfdFiles.ts';
import { testFolder } from '../store/testFolder.ts';
import { type OfdMaking, ofdBytes, ofdFile, square, words } from './ofdFile.ts';
import { type DrawnPixels, pdfPixels } from './pdfPixels.ts';

const SAMPLE = join(import.meta.dirname, '../fixtures/evidence/invoice-2020.ofd');
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const FONT = '<ofd:Fonts><ofd:Font ID="F" FontName="宋体"/></ofd:Fonts>';

type Drawn = Extract<OfdToPdf, { ok: true }>;

async function drawn(path: string): Promise<Drawn> {
  const outcome = await ofdToPdf(path);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome;
}

async function draw(making: OfdMaking, page = 1): Promise<Drawn & { readonly pixels: DrawnPixels }> {
  const made = await drawn(ofdFile(testFolder(), making));
  return { ...made, pixels: await pdfPixels(made.pdf, page) };
}

function picture(id: string, file: string, format = 'PNG'): string {
  return `<ofd:MultiMedias><ofd:MultiMedia ID="${id}" Type="Image" Format="${format}"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`;
}

const image = (resource: string, x: number, y: number, side: number): string =>
  `<ofd:ImageObject ID="i" Boundary="${x} ${y} ${side} ${side}" CTM="${side} 0 0 ${side} 0 0" ResourceID="${resource}"/>`;

/** Upper half red, lower half blue: what stands on its head is seen. */
function flag(format: 'png' | 'jpeg' | 'tiff', alpha = false): Promise<Buffer> {
  const channels = alpha ? 4 : 3;
  const data = Buffer.alloc(20 * 20 * channels, 255);
  for (let at = 0; at < 400; at += 1) {
    data.set(at < 200 ? [220, 20, 20] : [20, 20, 220], at * channels);
    if (alpha) data[at * channels + 3] = at < 200 ? 255 : 0;
  }
  const made = sharp(data, { raw: { width: 20, height: 20, channels } });
  return made.toFormat(format).toBuffer();
}

describe('an OFD on paper', () => {
  it('draws the sample with its words, lines, QR code and seal, the same bytes each time', async () => {
    const one = await drawn(SAMPLE);
    const again = await drawn(SAMPLE);
    expect(one.missing).toEqual([]);
    expect(one.pages).toBe(1);
    expect(Buffer.compare(Buffer.from(one.pdf), Buffer.from(again.pdf))).toBe(0);
    const pixels = await pdfPixels(one.pdf);
    expect([pixels.width, pixels.height].map(Math.round)).toEqual([210, 140]);
    expect(pixels.ink(8.5, 3.5, 20, 20)).toBeGreaterThan(0.3); // QR code
    expect(pixels.ink(164, 12.5, 13, 4)).toBeGreaterThan(0.08); // number
    expect(pixels.ink(36, 30, 25, 5.5)).toBeGreaterThan(0.08); // buyer
    expect(pixels.ink(30, 66, 20, 25)).toBe(0); // empty lines of the table
    const [red, green, blue] = pixels.at(90.7, 18); // rim of the seal
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(80);
  });

  it('looks alike in another engine, is sound PDF, and can be searched', async () => {
    const path = join(testFolder(), '票.pdf');
    writeFileSync(path, (await drawn(SAMPLE)).pdf);
    expect(qpdfCheck(path)).toContain('No syntax or stream encoding errors');
    const text = textOf(path).replace(/ /g, '');
    for (const value of [
      '重庆增值税电子普通发票',
      '99999951',
      '科游迈利有限公司',
      '¥318.00',
      '2020年10月10日',
    ])
      expect(text).toContain(value);
    const [other, pixels] = [await renderPage(path, 1, 254), await pdfPixels((await drawn(SAMPLE)).pdf)];
    // 10 pixels a millimetre in both: glyphs have ink in the same places.
    let different = 0;
    for (let x = 4; x < 206; x += 0.5)
      for (let y = 4; y < 136; y += 0.5) {
        const [one, two] = [Math.min(...other.at(x, y)), Math.min(...pixels.at(x, y))];
        if (Math.abs(one - two) > 160) different += 1;
      }
    expect(different / ((202 / 0.5) * (132 / 0.5))).toBeLessThan(0.01);
  });

  it('draws every layout of the made invoices without anything missing', async () => {
    const random = createRandom('paper');
    for (let index = 0; index < 12; index += 1) {
      const file = await makeOfdFiles(random, index);
      const path = join(testFolder(), file.name);
      writeFileSync(path, file.bytes);
      const made = await drawn(path);
      expect([file.layout, made.missing]).toEqual([file.layout, []]);
      expect(made.pages).toBe(file.invoices[0]?.pages.length);
      expect((await pdfPixels(made.pdf)).ink(10, 10, 190, 80)).toBeGreaterThan(0.01);
    }
  });

  it('puts characters where DeltaX and DeltaY say, runs too, and columns that run down', async () => {
    const { pixels } = await draw({
      resources: FONT,
      pages: [
        words('国国国国', { x: 5, y: 5, code: 'DeltaX="g 2 10 30"' }) +
          words('国国', { x: 70, y: 5, code: 'DeltaY="20"' }),
      ],
    });
    for (const x of [5, 15, 25, 55]) expect(pixels.ink(x, 5, 6, 7)).toBeGreaterThan(0.15);
    for (const x of [35, 45]) expect(pixels.ink(x, 5, 6, 7)).toBe(0);
    expect(pixels.ink(70, 25, 6, 7)).toBeGreaterThan(0.15);
    expect(pixels.ink(77, 5, 20, 40)).toBe(0);
  });

  it('turns, leans, thickens and narrows words', async () => {
    const ink = async (more: string, code = ''): Promise<number> =>
      (
        await draw({ resources: FONT, pages: [words('国', { x: 30, y: 20, size: 12, more, code })] })
      ).pixels.ink(0, 0, 100, 60);
    const plain = await ink('');
    expect(await ink('Weight="700"')).toBeGreaterThan(plain * 1.15);
    expect(await ink('HScale="0.5"')).toBeLessThan(plain * 0.75);
    const turned = await draw({
      resources: FONT,
      pages: [words('一一一', { x: 50, y: 20, size: 5, more: 'CTM="0 1 -1 0 0 0"', code: 'DeltaX="5"' })],
    });
    // Turned by a quarter, three strokes stand below each other.
    expect(turned.pixels.ink(40, 20, 10, 18)).toBeGreaterThan(0.01);
    expect(turned.pixels.ink(51, 15, 49, 45)).toBe(0);
  });

  it('narrows Latin that is wider than the room the OFD reckons with', async () => {
    const wide = await draw({
      resources: FONT,
      pages: [words('WWWWWWWWWW', { x: 5, size: 6, code: 'DeltaX="3"' })],
    });
    expect(wide.pixels.ink(5, 5, 30, 7)).toBeGreaterThan(0.1);
    expect(wide.pixels.ink(35.5, 5, 60, 7)).toBe(0);
  });

  it('draws with the font an OFD brings, by characters and by numbers of glyphs', async () => {
    const font = fontkit.create(
      readFileSync(join(import.meta.dirname, '../../assets/fonts/NotoSansSC-Regular.ttf')),
    );
    if (font instanceof Promise || font === null || !('createSubset' in font)) throw new Error('no font');
    const subset = font.createSubset();
    const glyph = font.glyphForCodePoint('国'.codePointAt(0) ?? 0);
    if (glyph === null) throw new Error('no glyph');
    const id = Number(subset.includeGlyph(glyph));
    const own = subset.encode?.() ?? new Uint8Array();
    const resources =
      '<ofd:Fonts><ofd:Font ID="F" FontName="Mine"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>';
    const by = (glyphs: string): OfdMaking => ({
      resources,
      pages: [words('一', { x: 5, y: 5, size: 20 }).replace('<ofd:TextCode', `${glyphs}<ofd:TextCode`)],
      parts: { 'Doc_0/Res/f.ttf': own },
    });
    const transform = `<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>${id}</ofd:Glyphs></ofd:CGTransform>`;
    // The words say 一, the glyph is 国: only the font of the OFD itself can tell.
    const drawnByGlyph = await draw(by(transform));
    expect(drawnByGlyph.pixels.ink(5, 7, 20, 20)).toBeGreaterThan(0.2);
    // The subset has no table of characters: the bundled font draws the word as it is written.
    expect((await draw(by(''))).pixels.ink(5, 7, 20, 20)).toBeLessThan(0.08);
    const broken = await draw({ ...by(transform), parts: { 'Doc_0/Res/f.ttf': own.subarray(0, 200) } });
    expect(broken.pixels.ink(5, 7, 20, 20)).toBeGreaterThan(0.01);
    expect(broken.missing).toEqual([]);
  });

  it('draws paths: lines, curves, arcs, fills, dashes, and what clips let through', async () => {
    const path = (data: string, more: string, inside = ''): string =>
      `<ofd:PathObject ID="p" Boundary="10 10 40 40" LineWidth="1" ${more}>${inside}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
    const ring = await draw({
      pages: [path('M 20 0 A 20 20 0 1 1 20 40 A 20 20 0 1 1 20 0 C', '')],
    });
    for (const [x, y] of [
      [10, 30],
      [50, 30],
      [30, 10],
      [30, 50],
    ] as const)
      expect(Math.max(...ring.pixels.at(x, y))).toBeLessThan(80);
    expect(ring.pixels.ink(20, 20, 20, 20)).toBe(0);

    const half = await draw({
      pages: [
        path(
          'M 0 40 Q 20 -40 40 40 C',
          'Fill="true" Stroke="false"',
          '<ofd:FillColor Value="255 0 0" Alpha="128"/>',
        ),
      ],
    });
    const [red, green] = half.pixels.at(30, 40);
    expect([red, Math.round(green / 10)]).toEqual([255, 13]);

    const dashed = await draw({ pages: [path('M 0 0 L 40 0', 'DashPattern="4 4"')] });
    expect(dashed.pixels.ink(10, 9.5, 40, 1)).toBeGreaterThan(0.3);
    expect(dashed.pixels.ink(10, 9.5, 40, 1)).toBeLessThan(0.7);

    const clip =
      '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 10 10"><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 10 L 0 10 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips><ofd:FillColor Value="0 0 0"/>';
    const clipped = await draw({
      pages: [path('M 0 0 L 40 0 L 40 40 L 0 40 C', 'Fill="true" Stroke="false"', clip)],
    });
    expect(clipped.pixels.ink(10, 10, 10, 10)).toBe(1);
    expect(clipped.pixels.ink(21, 10, 30, 40)).toBe(0);
  });

  it('knows colours of every space, of patterns and shadings, and what a DrawParam passes on', async () => {
    const filled = async (colour: string, resources = '', more = ''): Promise<readonly number[]> => {
      const { pixels } = await draw({
        resources,
        pages: [
          `<ofd:PathObject ID="p" Boundary="0 0 50 50" Fill="true" Stroke="false" ${more}>${colour}<ofd:AbbreviatedData>M 0 0 L 50 0 L 50 50 L 0 50 C</ofd:AbbreviatedData></ofd:PathObject>`,
        ],
      });
      return pixels.at(25, 25);
    };
    const spaces =
      '<ofd:ColorSpaces><ofd:ColorSpace ID="1" Type="CMYK"/><ofd:ColorSpace ID="2" Type="GRAY"/></ofd:ColorSpaces>';
    expect(await filled('<ofd:FillColor Value="#9C #52 35"/>')).toEqual([156, 82, 35]);
    expect(await filled('<ofd:FillColor Value="0 255 255 0" ColorSpace="1"/>', spaces)).toEqual([255, 0, 0]);
    expect(await filled('<ofd:FillColor Value="51" ColorSpace="2"/>', spaces)).toEqual([51, 51, 51]);
    const shading =
      '<ofd:FillColor><ofd:AxialShd StartPoint="0 0" EndPoint="50 0"><ofd:Segment Position="0"><ofd:Color Value="200 0 0"/></ofd:Segment><ofd:Segment Position="1"><ofd:Color Value="0 0 100"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>';
    expect(await filled(shading)).toEqual([100, 0, 50]);
    const params =
      '<ofd:DrawParams><ofd:DrawParam ID="D" Relative="E"/><ofd:DrawParam ID="E" Relative="D"><ofd:FillColor Value="0 100 0"/></ofd:DrawParam></ofd:DrawParams>';
    expect(await filled('', params, 'DrawParam="D"')).toEqual([0, 100, 0]);
    // No colour said anywhere: a fill is transparent.
    expect(await filled('')).toEqual([255, 255, 255]);
  });

  it('draws pictures of every format upright, with what shows through', async () => {
    const bmp = bitmap();
    for (const [file, bytes] of [
      ['f.png', await flag('png')],
      ['f.jpg', await flag('jpeg')],
      ['f.tif', await flag('tiff')],
      ['f.bmp', bmp],
    ] as const) {
      const { pixels, missing } = await draw({
        resources: picture('M', file),
        pages: [image('M', 10, 10, 40)],
        parts: { [`Doc_0/Res/${file}`]: bytes },
      });
      expect(missing).toEqual([]);
      expect(pixels.at(30, 15)[0]).toBeGreaterThan(200);
      expect(pixels.at(30, 45)[2]).toBeGreaterThan(200);
      expect(pixels.ink(52, 0, 40, 60)).toBe(0);
    }
    const glass = await draw({
      resources: picture('M', 'g.png'),
      pages: [square(10, 10, 40).replaceAll('0 0 0"', '0 160 0"') + image('M', 10, 10, 40)],
      parts: { 'Doc_0/Res/g.png': await flag('png', true) },
    });
    expect(glass.pixels.at(30, 15)[0]).toBeGreaterThan(200);
    expect(glass.pixels.at(30, 45)).toEqual([0, 160, 0]);
  });

  it('names the pictures it cannot draw, and draws the rest', async () => {
    const { pixels, missing } = await draw({
      resources: picture('J', 'a.jb2', 'GBIG2') + picture('B', 'b.png') + picture('N', 'gone.png'),
      pages: [
        image('J', 0, 0, 20) +
          image('B', 30, 0, 20) +
          image('B', 30, 30, 20) +
          image('X', 0, 30, 20) +
          square(60, 20, 10),
        image('N', 0, 0, 20),
      ],
      parts: {
        'Doc_0/Res/a.jb2': Buffer.from('974a42320d0a1a0a', 'hex'),
        'Doc_0/Res/b.png': (await flag('png')).subarray(0, 60),
      },
    });
    expect(missing).toEqual([
      '第 1 页的一张缺失的图片',
      '第 1 页的一张 JBIG2 图片',
      '第 1 页的 2 张无法打开的图片',
      '第 2 页的一张缺失的图片',
    ]);
    expect(pixels.ink(60, 20, 10, 10)).toBe(1);
  });

  it('draws templates behind the page or before it, and layers in their order', async () => {
    const white = square(10, 10, 20).replaceAll('0 0 0"', '255 255 255"');
    const over = (zOrder: string): OfdMaking => ({
      templates: [white],
      beforeContent: `<ofd:Template TemplateID="T1" ZOrder="${zOrder}"/>`,
      pages: [square(10, 10, 20)],
    });
    expect((await draw(over('Background'))).pixels.ink(10, 10, 20, 20)).toBe(1);
    expect((await draw(over('Foreground'))).pixels.ink(10, 10, 20, 20)).toBe(0);
    const layers = `<ofd:Page ${NS}><ofd:Content><ofd:Layer Type="Foreground">${white}</ofd:Layer><ofd:Layer Type="Body">${square(10, 10, 20)}</ofd:Layer></ofd:Content></ofd:Page>`;
    const { pixels } = await draw({ pages: [''], parts: { 'Doc_0/Pages/0.xml': layers } });
    expect(pixels.ink(10, 10, 20, 20)).toBe(0);
  });

  it('draws composites and annotations, those that are hidden not', async () => {
    const composite = await draw({
      resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="C" Width="10" Height="10"><ofd:Content>${square(0, 0, 10)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
      pages: ['<ofd:CompositeObject ID="c" Boundary="40 20 20 20" CTM="2 0 0 2 0 0" ResourceID="C"/>'],
    });
    expect(composite.pixels.ink(40, 20, 20, 20)).toBe(1);
    const annotation = (attributes: string): OfdMaking => ({
      pages: [''],
      document: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
      parts: {
        'Doc_0/Annots/Annotations.xml': `<ofd:Annotations ${NS}><ofd:Page PageID="P1"><ofd:FileLoc>0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        'Doc_0/Annots/0.xml': `<ofd:PageAnnot ${NS}><ofd:Annot Type="Stamp" ${attributes}><ofd:Appearance Boundary="30 10 20 20">${square(0, 0, 20)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
      },
    });
    expect((await draw(annotation(''))).pixels.ink(30, 10, 20, 20)).toBe(1);
    expect((await draw(annotation('Visible="false"'))).pixels.ink(30, 10, 20, 20)).toBe(0);
  });

  it('lays the picture of a seal over the words like ink, and shows only the strip it was clipped to', async () => {
    const sealed = async (stamp: string, bytes: Uint8Array): Promise<Drawn & { pixels: DrawnPixels }> =>
      draw({
        pages: [square(20, 10, 10)],
        body: '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>',
        parts: {
          'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${NS}><ofd:Signature ID="1" BaseLoc="S/Signature.xml"/></ofd:Signatures>`,
          'Doc_0/Signs/S/Signature.xml': `<ofd:Signature ${NS}><ofd:SignedInfo><ofd:Seal><ofd:BaseLoc>Seal.esl</ofd:BaseLoc></ofd:Seal><ofd:StampAnnot ID="1" PageRef="P1" ${stamp}/></ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>`,
          'Doc_0/Signs/S/Seal.esl': bytes,
        },
      });
    const seal = (bytes: Uint8Array): Buffer =>
      der.sequence(
        der.integer(1),
        der.sequence(der.ia5('png'), der.octets(bytes), der.integer(20), der.integer(20)),
      );
    const whole = await sealed('Boundary="20 10 40 40"', seal(await flag('jpeg')));
    expect(whole.missing).toEqual([]);
    // Red on black stays black: nothing printed is covered.
    expect(Math.max(...whole.pixels.at(25, 15))).toBeLessThan(30);
    expect(whole.pixels.at(50, 15)[0]).toBeGreaterThan(200);
    expect(whole.pixels.at(50, 45)[2]).toBeGreaterThan(200);
    const strip = await sealed('Boundary="20 10 40 40" Clip="30 0 10 40"', seal(await flag('png')));
    expect(strip.pixels.ink(50, 10, 10, 40)).toBeGreaterThan(0.95);
    expect(strip.pixels.ink(31, 10, 18, 40)).toBe(0);
    const inner = ofdBytes({ box: '0 0 10 10', pages: [square(0, 0, 5)] });
    const nested = await sealed('Boundary="60 10 20 20"', seal(inner));
    expect(nested.pixels.ink(60, 10, 10, 10)).toBe(1);
    expect(nested.pixels.ink(71, 10, 9, 20)).toBe(0);
    for (const rubbish of [
      new Uint8Array(),
      Buffer.from('3080'.repeat(20_000), 'hex'),
      seal(Buffer.from('PK rubbish')),
    ])
      expect((await sealed('Boundary="60 10 20 20"', rubbish)).missing).toEqual(['第 1 页的一枚电子印章']);
  });

  it('says which characters no font has', async () => {
    const { missing } = await draw({ resources: FONT, pages: [words('甲\u{2ffff}\u{2fffe}乙\u200b')] });
    expect(missing).toEqual(['第 1 页的 2 个字体中没有的字']);
  });

  it('is looked at and shown by the intake as it will be printed', async () => {
    const seen = await inspectFile(SAMPLE);
    expect(seen).toMatchObject({
      ok: true,
      sniffedType: 'ofd',
      pages: 1,
      pageSizesMm: [{ width: 210, height: 140 }],
      dpi: null,
      colourPages: 1,
      problems: [],
    });
    const lacking = await inspectFile(
      ofdFile(testFolder(), {
        resources: picture('J', 'a.jb2', 'JB2'),
        pages: [image('J', 0, 0, 20) + square(0, 0, 9)],
        parts: { 'Doc_0/Res/a.jb2': 'x' },
      }),
    );
    expect(lacking).toMatchObject({ ok: true, pages: 1 });
    expect(lacking.problems).toEqual([
      {
        code: 'ofd-incomplete',
        severity: 'warning',
        message: '第 1 页的一张 JBIG2 图片没有画出来，请核对页面，并向开票方索取 PDF 一并附上',
      },
    ]);
    const drawer = createPageDrawer();
    try {
      expect((await drawer.draw(SAMPLE, 1, 300)).ok).toBe(true);
      expect(await drawer.draw(SAMPLE, 2, 300)).toEqual({ ok: false, why: 'no-such-page' });
    } finally {
      drawer.close();
    }
  });
});

describe('an OFD made to do harm', () => {
  const refused = async (making: OfdMaking): Promise<unknown> => {
    const outcome = await ofdToPdf(ofdFile(testFolder(), making));
    return outcome.ok ? outcome.missing : outcome.code;
  };

  it('is refused when it unpacks to too much, or has too many objects', async () => {
    expect(await refused({ pages: [''], parts: { 'Doc_0/Pages/0.xml': new Uint8Array(80 * 2 ** 20) } })).toBe(
      'file-too-large',
    );
    const many = square(0, 0, 1).repeat(100_000);
    expect(await refused({ pages: [many] })).toBe('file-too-large');
  });

  it('draws a composite that holds itself, and templates that name themselves, only so deep', async () => {
    const own = '<ofd:CompositeObject ID="c" Boundary="0 0 9 9" ResourceID="C"/>';
    const unit = (content: string): string =>
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="C"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    expect(await refused({ resources: unit(own), pages: [own] })).toEqual(['第 1 页的一处嵌套过深的内容']);
    // Twice in itself doubles with each step.
    expect(await refused({ resources: unit(own.repeat(8)), pages: [own] })).toBe('file-too-large');
  });

  it('takes sizes and numbers that make no sense for none', async () => {
    const wild = 'NaN Infinity -1e999 1e40';
    const { pixels, missing } = await draw({
      box: wild,
      resources: FONT,
      pages: [
        square(0, 0, 10).replace(/Boundary="[^"]*"/, `Boundary="${wild}" CTM="${wild} 1 1"`) +
          words('国', { code: `DeltaX="g 99999999999 1 g -5 NaN" DeltaY="g 1e9 1"` }) +
          words('国'.repeat(30_000), { code: 'DeltaX="g 999999999 0.001"' }) +
          '<ofd:PathObject Boundary="0 0 1 1"><ofd:AbbreviatedData>M 1 B 2 A A A 0 0 NaN</ofd:AbbreviatedData></ofd:PathObject>' +
          '<ofd:TextObject Font="F" Size="1e9" Boundary="0 0 1 1"><ofd:TextCode>国</ofd:TextCode></ofd:TextObject>',
      ],
    });
    expect([pixels.width, pixels.height].map(Math.round)).toEqual([210, 297]);
    expect(missing).toContain('第 1 页的尺寸（文件没有写明，按 A4 画出）');
  });

  it('names the parts that are missing', async () => {
    const document = `<ofd:Document ${NS}><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="gone.xml"/><ofd:Page ID="2" BaseLoc="Pages/0.xml"/></ofd:Pages></ofd:Document>`;
    expect(
      await refused({
        box: '0 0 50 50',
        beforeContent:
          '<ofd:Area><ofd:PhysicalBox>0 0 50 50</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="T9"/>',
        pages: [square(0, 0, 5)],
        parts: { 'Doc_0/Document.xml': document },
      }),
    ).toEqual([
      '第 1 页的尺寸（文件没有写明，按 A4 画出）',
      '第 1 页的内容（文件里缺少这一页）',
      '第 2 页的一张缺失的底版',
    ]);
    expect(await refused({ pages: [], parts: { 'Doc_0/Document.xml': '<a/>' } })).toBe('file-damaged');
    const secret = join(testFolder(), '加密.ofd');
    const bytes = Buffer.from(ofdBytes({ pages: [square(0, 0, 5)] }));
    // The flag of an encrypted entry, in the first of the table of contents.
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt16LE(1, entry + 8);
    writeFileSync(secret, bytes);
    expect(await ofdToPdf(secret)).toEqual({ ok: false, code: 'file-encrypted' });
  });

  it('ends in a clear problem when it is looked at, whatever is done to it', async () => {
    const bytes = readFileSync(SAMPLE);
    const random = createRandom('harm');
    const folder = testFolder();
    for (let index = 0; index < 60; index += 1) {
      const copy = Buffer.from(bytes);
      for (let change = 0; change < 8; change += 1)
        copy[random.between(0, copy.length - 1)] = random.between(0, 255);
      const path = join(folder, `${index}.ofd`);
      writeFileSync(path, copy);
      const outcome = await ofdToPdf(path);
      if (outcome.ok) expect(outcome.pages).toBeGreaterThan(0);
      else expect(outcome.code).toMatch(/^file-(damaged|encrypted|too-large)$/);
    }
  });
});

/** The flag as a bitmap of 24 bits, rows from the bottom. */
function bitmap(): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(20, 18);
  head.writeInt32LE(20, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const rows = Buffer.alloc(60 * 20);
  for (let at = 0; at < 400; at += 1) rows.set(at < 200 ? [220, 20, 20] : [20, 20, 220], at * 3);
  return Buffer.concat([head, rows]);
}
