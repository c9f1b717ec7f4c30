import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../main/intake/reading/readFiles.ts';
import { LIST_ROWS, sheetXml, writeBomb, writeParts } from './hostileSheets.ts';
import { sheet2015, sheetFolder, writeWorkbook } from './sheetFiles.ts';

const folder = sheetFolder();
const SHEET = 'xl/worksheets/sheet1.xml';

/** What one file gives in a child of the product with its own limits of time and memory. */
async function reading(path: string) {
  const [read] = await readFiles([{ path }]);
  if (read === undefined) throw new Error('nothing came back');
  return {
    numbers: read.invoices.map(({ fields }) => fields[0]?.value),
    codes: read.problems.map(({ code }) => code),
  };
}

const LIST = { numbers: ['24112000000048542163'], codes: [] };

describe('a spreadsheet made to hurt', () => {
  it('that unpacks to 120 MB is refused before it is unpacked', async () => {
    expect(await reading(writeBomb(folder, 'bomb.xlsx', 120))).toEqual({
      numbers: [],
      codes: ['file-too-large'],
    });
  });

  it('that lies about its size is given up when it grows past it', async () => {
    const bytes = readFileSync(writeBomb(folder, 'lie.xlsx', 100));
    for (let at = bytes.length - 46; at >= 0; at -= 1) {
      const isLarge = bytes.readUInt32LE(at) === 0x02014b50 && bytes.readUInt32LE(at + 24) > 5e7;
      if (isLarge) bytes.writeUInt32LE(1000, at + 24);
    }
    const path = join(folder, 'lying.xlsx');
    writeFileSync(path, bytes);
    expect(await reading(path)).toEqual({ numbers: [], codes: ['file-damaged'] });
  });

  it('that claims every cell there could be is read as far as it holds something', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const path = writeParts(folder, 'all.xlsx', {
      [SHEET]: sheetXml(
        LIST_ROWS + far,
        '<dimension ref="A1:XFD1048576"/>',
        '<mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>',
      ),
    });
    expect(await reading(path)).toEqual(LIST);
  });

  it('with more styles than a spreadsheet may have is read', async () => {
    const xf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(200_000);
    const path = writeParts(folder, 'styles.xlsx', {
      [SHEET]: sheetXml(LIST_ROWS),
      'xl/styles.xml': `<styleSheet><cellXfs count="200000">${xf}</cellXfs></styleSheet>`,
    });
    expect(await reading(path)).toEqual(LIST);
  });

  it.each([
    [
      'a cell',
      `<row r="3"><c r="D3" t="inlineStr"><is>${'<r>'.repeat(5e5)}x${'</r>'.repeat(5e5)}</is></c></row>`,
    ],
    ['open cells', '<c r="A3"><v>'.repeat(5e5)],
    ['open rows', '<row '.repeat(5e5)],
    ['open tables', '<sheetData>'.repeat(5e5)],
  ])('with half a million levels of XML in %s is read or given up, and ends', async (_, rows) => {
    const { numbers } = await reading(
      writeParts(folder, 'deep.xlsx', { [SHEET]: sheetXml(LIST_ROWS + rows) }),
    );
    expect(numbers[0]).toBe('24112000000048542163');
  });

  it('with entities of its own gets none of them', async () => {
    const path = writeParts(folder, 'entities.xlsx', {
      [SHEET]: `<!DOCTYPE x [<!ENTITY a "11"><!ENTITY b "&a;3">]>${sheetXml(LIST_ROWS.replace('113.00', '&b;'))}`,
    });
    expect(await reading(path)).toEqual({ numbers: LIST.numbers, codes: ['amount-unreadable'] });
  });

  it('with commands for other programs in its formulas runs none and says that they have no value', async () => {
    const rows = [
      ['发票号码', '开票日期', '价税合计'],
      ['24112000000048542163', '2024-05-28', { f: "cmd|'/c calc'!A0" }],
    ];
    const path = writeWorkbook(folder, 'dde.xlsx', [{ name: '清单', rows }]);
    expect(await reading(path)).toEqual({ numbers: LIST.numbers, codes: ['formula-without-value'] });
  });

  it('with the same commands as text in a CSV keeps them as text', async () => {
    const path = join(folder, 'dde.csv');
    writeFileSync(path, "发票号码,价税合计,备注\n24112000000048542163,113,=cmd|'/c calc'!A0\n");
    expect(await reading(path)).toEqual(LIST);
  });
});

describe('a spreadsheet that is broken', () => {
  const whole = () =>
    readFileSync(writeWorkbook(folder, 'whole.xls', [sheet2015({ name: 'RD01', rows: [] })]));

  it('.xls cut in half says that it is damaged', async () => {
    const bytes = whole();
    const path = join(folder, 'half.xls');
    writeFileSync(path, bytes.subarray(0, bytes.length / 2));
    expect(await reading(path)).toEqual({ numbers: [], codes: ['file-damaged'] });
  });

  it('that is no spreadsheet but begins like one says so', async () => {
    const path = join(folder, 'only a head.xls');
    writeFileSync(path, whole().subarray(0, 600));
    const { numbers, codes } = await reading(path);
    expect(numbers).toEqual([]);
    expect(codes[0]).toMatch(/^file-(damaged|type-unsupported)$/);
  });

  it('.xlsx of which a part is missing says that it is damaged', async () => {
    const path = writeParts(folder, 'nothing.xlsx', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' });
    expect((await reading(path)).numbers).toEqual([]);
  });
});

it('hundreds of spreadsheets with bytes changed at random end in a reading or a problem', async () => {
  const { openSheet } = await import('../../main/intake/sheet/openSheet.ts');
  const { readSheet } = await import('../../main/intake/sheet/readSheet.ts');
  const rows = [[3, 5, '记', '0012', '计提工资', 1200.5, null, '借', 1300.5, 1000, 200.5]];
  let seed = 20_200_210;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  let opened = 0;
  for (const type of ['xls', 'xlsx'] as const) {
    const bytes = readFileSync(writeWorkbook(folder, `seed.${type}`, [sheet2015({ name: 'RD01', rows })]));
    for (let round = 0; round < 200; round += 1) {
      const mutated = Buffer.from(bytes);
      for (let change = 0; change <= random(8); change += 1) mutated[random(mutated.length)] = random(256);
      const path = join(folder, `mutated.${type}`);
      writeFileSync(path, mutated.subarray(0, random(5) === 0 ? random(mutated.length) : mutated.length));
      if ((await openSheet(path, type)).ok) opened += 1;
      await readSheet(path, type, []);
    }
  }
  // Most single bytes do no harm in .xls: the rest of such a file is still read.
  expect(opened).toBeGreaterThan(50);
});
