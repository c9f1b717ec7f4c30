import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { inspectFile, inspectFiles } from '../../main/intake/inspectFiles.ts';
import { readFiles } from '../../main/intake/reading/readFiles.ts';
import { gatherFiles } from '../../main/tasks/gatherFiles.ts';
import { FileReading } from '../../shared/entities/fileReading.ts';
import { bombPdf, tediousPdf, writeBytes } from '../bundle/assemble/nastyPdfs.ts';
import { type NosyServer, startNosyServer } from '../e2e/nosyServer.ts';
import { qrModules, qrPng } from '../fixtures/evidence/drawing/qrModules.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { writeBomb, writeParts } from './hostileSheets.ts';
import { makeZip, type ZipEntry } from './makeZip.ts';

const folder = mkdtempSync(join(tmpdir(), '恶意 文件-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MB = 2 ** 20;
/** What one file may cost here: far less than the program allows, so that tests need not wait. */
const LIMITS = { idleMs: 15_000, totalMs: 30_000, memoryBytes: 700 * MB };

async function read(...paths: readonly string[]): Promise<readonly FileReading[]> {
  const readings = await readFiles(
    paths.map((path) => ({ path })),
    LIMITS,
  );
  for (const [index, reading] of readings.entries()) {
    const name = basename(paths[index] ?? '');
    expect(FileReading.safeParse(reading).success, name).toBe(true);
    for (const { message } of reading.problems) expect(message, name).toMatch(/[\u4e00-\u9fff]/);
  }
  return readings;
}

const codesOf = (reading: FileReading | undefined) => reading?.problems.map(({ code }) => code) ?? [];

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
function rawPdf(name: string, objects: readonly string[], trailer = ''): string {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
  text += `trailer\n<</Root 1 0 R/Size ${objects.length + 1}${trailer.replaceAll('SELF', String(start))}>>\nstartxref\n${start}\n%%EOF\n`;
  return writeBytes(folder, name, text);
}

const stream = (dict: string, body: string) =>
  `<<${dict}/Length ${body.length}>>\nstream\n${body}\nendstream`;

describe('files that are made to grow', () => {
  it('never take more than their limits, and say so: bombs as OFD, spreadsheet and archive', async () => {
    const space = Buffer.alloc(300 * MB);
    const packed = deflateRawSync(space, { level: 1 });
    const part = (name: string, text: string): ZipEntry => ({ name, data: Buffer.from(text) });
    const head =
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml';
    const ofd = makeZip([
      part('OFD.xml', `${head}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`),
      { name: 'Doc_0/Document.xml', packed, claimedBytes: 1000 },
    ]);
    const paths = [writeBytes(folder, '炸弹.ofd', ofd), writeBomb(folder, '炸弹.xlsx', 300)];
    const [asOfd, asSheet] = await read(...paths);
    expect(codesOf(asOfd)).not.toEqual([]);
    expect(codesOf(asSheet)).not.toEqual([]);
    const archive = writeBytes(folder, '炸弹.zip', makeZip([{ name: 'a.bin', packed, claimedBytes: 1000 }]));
    const into = join(folder, '解压');
    mkdirSync(into);
    const { files, refused } = await gatherFiles([archive], { unpackTo: async () => into });
    expect(files).toEqual([]);
    expect(refused.map(({ name, problems }) => [name, problems[0]?.code])).toEqual([
      ['炸弹.zip', 'archive-ratio'],
    ]);
    expect((await readdir(into, { recursive: true })).filter((name) => name.endsWith('.bin'))).toEqual([]);
  });

  it('cost a PDF its reading alone', async () => {
    const [small] = await makeCorpus(join(folder, '小的'), { perKind: { xml: 1 } });
    const [bomb, fine] = await read(await bombPdf(folder), small?.path ?? '');
    expect(bomb?.invoices).toEqual([]);
    expect(fine?.invoices).toHaveLength(1);
  });

  it('of 2 GB are told by their size at once, whatever they say they are', async () => {
    const heads: Readonly<Record<string, string>> = {
      '大.pdf': '%PDF-1.7\n',
      '大.xml': '<?xml version="1.0"?><EInvoice>',
      '大.csv': '发票号码,金额\n',
      '大.jpg': '\u00ff\u00d8\u00ff\u00e0',
      '大.ofd': 'PK\u0003\u0004',
      '大.xls': '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    };
    const paths = Object.entries(heads).map(([name, head]) => {
      const path = writeBytes(folder, name, Buffer.from(head, 'latin1'));
      // Sparse: it takes no room on the disk.
      truncateSync(path, 2 ** 31 + 1);
      return path;
    });
    const started = Date.now();
    const [inspected, readings] = await Promise.all([inspectFiles(paths), read(...paths)]);
    expect(Date.now() - started).toBeLessThan(20_000);
    for (const path of paths) rmSync(path);
    expect(inspected.map(({ problems }) => problems[0]?.code)).toEqual(paths.map(() => 'file-too-large'));
    for (const [index, reading] of readings.entries()) {
      expect(reading.invoices, paths[index]).toEqual([]);
      // What is no archive at all tells nothing; all others say that they are too large.
      if (!paths[index]?.endsWith('.ofd')) expect(codesOf(reading), paths[index]).toEqual(['file-too-large']);
    }
  });
});

describe('XML that is made to do harm', () => {
  const invoice = (body: string) => `<EInvoice><Header><EIid>${body}</EIid></Header></EInvoice>`;

  it('has no entities, no DTD and no bottomless nesting', async () => {
    const laughs = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const paths = [
      writeBytes(
        folder,
        '笑.xml',
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "哈">${laughs}]>${invoice('&l12;')}`,
      ),
      writeBytes(
        folder,
        '读文件.xml',
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${invoice('&f;')}`,
      ),
      writeBytes(folder, '深.xml', `<EInvoice>${'<a>'.repeat(2_000_000)}`),
      writeBytes(
        folder,
        '深而齐.xml',
        `<EInvoice>${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}</EInvoice>`,
      ),
      writeBytes(
        folder,
        '宽.xml',
        `<EInvoice ${Array.from({ length: 200_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
      ),
    ];
    const readings = await read(...paths);
    for (const [index, reading] of readings.entries()) {
      expect(
        reading.invoices.flatMap(({ fields }) => fields.map(({ value }) => String(value))).join(),
        paths[index],
      ).not.toMatch(/root:|哈哈/);
      if (index < 4) expect(codesOf(reading), paths[index]).not.toEqual([]);
    }
  });
});

describe('PDF that goes round in circles', () => {
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>';
  const form = (body: string) =>
    stream('/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</A 5 0 R>>>>', body);

  it('ends: trees, forms and tables that hold themselves, and pages nobody can finish', async () => {
    const catalog = '<</Type/Catalog/Pages 2 0 R>>';
    const paths = [
      rawPdf('圈 页树.pdf', [catalog, '<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>']),
      rawPdf('圈 表单.pdf', [
        catalog,
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        page,
        stream('', '/A Do'),
        form('/A Do /A Do /A Do'),
      ]),
      rawPdf(
        '圈 目录.pdf',
        [catalog, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page, stream('', ''), form('')],
        '/Prev SELF',
      ),
      rawPdf('圈 信息.pdf', [catalog, '<</Type/Pages/Count 0/Kids[]>>', '3 0 R'], '/Info 3 0 R'),
      await tediousPdf(folder),
    ];
    const started = Date.now();
    const readings = await read(...paths);
    for (const reading of readings) expect(reading.invoices).toEqual([]);
    // Five files, each within its own limit, two or more at a time.
    expect(Date.now() - started).toBeLessThan(55_000);
  });
});

describe('names and endings', () => {
  it('that lie are told, and the content alone decides what is read', async () => {
    const [made] = await makeCorpus(join(folder, '做的'), { perKind: { xml: 1 } });
    const xml = made === undefined ? '' : made.path;
    const text = readFileSync(xml);
    const misnamed = writeBytes(folder, '扫描件.jpg', text);
    const [reading] = await read(misnamed);
    expect(reading?.invoices[0]?.fields.find(({ field }) => field === 'number')?.value).toBe(
      made?.invoices[0]?.fields.number,
    );
    const { problems } = await inspectFile(misnamed);
    expect(problems.map(({ code }) => code)).toContain('name-misleads');
  });

  it.skipIf(process.platform === 'win32')('with control characters and turned text do no harm', async () => {
    const names = [
      '\u001b[31m红.xml',
      '行\n行.xml',
      '反\u202elmx.exe',
      '-rf.xml',
      '$(id).xml',
      '%00.xml',
      "'; --.csv",
    ];
    const inside = join(folder, '名字');
    mkdirSync(inside);
    const paths = names.map((name) => writeBytes(inside, name, '<EInvoice>'));
    const { files } = await gatherFiles([inside]);
    expect(files).toHaveLength(names.length);
    const readings = await read(...paths);
    expect(readings).toHaveLength(names.length);
  });
});

describe('the network', () => {
  let server: NosyServer | null = null;
  afterEach(() => server?.close());

  it('is never asked, whatever addresses a file holds', async () => {
    server = await startNosyServer();
    const url = `http://${server.address}/fapiao?number=1`;
    const qr = await qrPng(await qrModules(url), 6, 4);
    const page =
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R]/AA<</O<</S/URI/URI(URL)>>>>>>';
    const action = '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(URL)>>>>';
    const withUrl = (text: string) => text.replaceAll('URL', url);
    const paths = [
      writeBytes(folder, '网址.png', qr),
      writeBytes(
        folder,
        '外部.xml',
        withUrl(
          '<?xml version="1.0"?><?xml-stylesheet href="URL"?><!DOCTYPE EInvoice SYSTEM "URL"><EInvoice xmlns:x="URL" x:schemaLocation="URL URL"/>',
        ),
      ),
      rawPdf('动作.pdf', [
        withUrl('<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(URL)>>>>'),
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        withUrl(page),
        stream('/FFilter/FlateDecode/F<</FS/URL/F(URL)>>', ''),
        withUrl(action),
      ]),
      writeParts(folder, '外链.xlsx', {
        'xl/worksheets/sheet1.xml': withUrl(
          '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>WEBSERVICE("URL")</f></c></row></sheetData></worksheet>',
        ),
        'xl/externalLinks/_rels/externalLink1.xml.rels': withUrl(
          '<Relationships><Relationship Target="URL" TargetMode="External"/></Relationships>',
        ),
      }),
      writeBytes(
        folder,
        '外部.ofd',
        makeZip([
          {
            name: 'OFD.xml',
            data: Buffer.from(withUrl('<OFD><DocBody><DocRoot>URL</DocRoot></DocBody></OFD>')),
          },
        ]),
      ),
      writeBytes(
        folder,
        '网页.xls',
        withUrl('<html><img src="URL"><table><tr><td>发票号码</td></tr></table></html>'),
      ),
    ];
    const [code] = await read(...paths);
    await inspectFiles(paths);
    expect(code?.invoices).toEqual([]);
    // A person learns that the code leads to the network, and that nobody went there.
    expect(code?.problems[0]?.message).toMatch(/网址/);
    expect(server.asked).toEqual([]);
  });
});
