import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readOfdInvoices } from '../../main/intake/invoice/readOfdInvoices.ts';
import { ofdToPdf } from '../../main/intake/ofd/ofdToPdf.ts';
import { createRandom } from '../../scripts/samples/createRandom.ts';
import { type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import type { FieldReading } from '../../shared/entities/invoiceReading.ts';
import { settleFields } from '../../shared/evidence/settleFields.ts';
import { pagesOf } from '../fixtures/evidence/drawing/pagesOf.ts';
import { makeInvoice } from '../fixtures/evidence/makeInvoice.ts';
import { makeOfdFiles } from '../fixtures/evidence/ofd/makeOfdFiles.ts';
import { packOfd } from '../fixtures/evidence/ofd/packOfd.ts';
import { testFolder } from '../store/testFolder.ts';
import { type OfdMaking, ofdBytes, ofdFile, words } from './ofdFile.ts';
import { pdfPixels } from './pdfPixels.ts';

const SAMPLE = join(import.meta.dirname, '../fixtures/evidence/invoice-2020.ofd');
const TAGS = '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>';
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const TAG_LIST = `<ofd:CustomTags ${NS}><ofd:CustomTag TypeID="0"><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`;

const read = (making: OfdMaking): Promise<FileReading> => readOfdInvoices(ofdFile(testFolder(), making));

const customData = (values: Readonly<Record<string, string>>): string =>
  `<ofd:CustomDatas>${Object.entries(values)
    .map(([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`)
    .join('')}</ofd:CustomDatas>`;

function fieldsOf(reading: FileReading, field: string): readonly FieldReading[] {
  return reading.invoices[0]?.fields.filter((each) => each.field === field) ?? [];
}

function text(id: string, x: number, y: number, what: string): string {
  return words(what, { x, y, size: 3 }).replace(/ID="[^"]*"/, `ID="${id}"`);
}

describe('invoices in OFD', () => {
  it('reads the sample of 2020 from its own data, the attached data and the QR text, side by side', async () => {
    const reading = await readOfdInvoices(SAMPLE);
    const truth = {
      code: '050001700111',
      number: '99999951',
      issuedOn: '2020-10-10',
      netFen: 30000,
      taxFen: 1800,
      totalFen: 31800,
      checkCode: '14754822929856772523',
      kind: 'ordinary-electronic',
      'buyer.name': '科游迈利有限公司',
      'buyer.taxId': '9150010807MGZHI002',
      'seller.name': '杭州融易算企业管理咨询有限公司',
    };
    for (const [field, value] of Object.entries(truth)) {
      const told = fieldsOf(reading, field);
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told.map((each) => each.value))).toEqual(new Set([value]));
    }
    expect(fieldsOf(reading, 'number').map(({ source }) => source)).toEqual([
      'ofd-custom-data',
      'ofd-original-invoice',
      'qr',
    ]);
    expect(reading.invoices[0]?.pages).toEqual([1]);
    expect(reading.invoices[0]?.lines).toEqual(
      Array(3).fill({ item: '*餐饮服务*餐费', netFen: 10000, taxRate: '6%', taxFen: 600 }),
    );
  });

  it('says where on the page its values stand', async () => {
    const [number] = fieldsOf(await readOfdInvoices(SAMPLE), 'number');
    // The object's box begins 164 mm from the left of a page of 210 mm, its words 11.7 mm from the top of 140 mm.
    expect(number?.place).toMatchObject({ on: 'page', page: 1 });
    if (number?.place?.on !== 'page') throw new Error('no place');
    expect(number.place.left).toBeCloseTo(164 / 210, 3);
    expect(number.place.top).toBeGreaterThan(11.7 / 140);
    expect(number.place.top + number.place.height).toBeLessThan(17 / 140);
    expect(number.place.width).toBeCloseTo((8 * 1.59) / 210, 2);
    const amounts = (await readOfdInvoices(SAMPLE)).invoices[0]?.fields.filter(({ field }) =>
      ['netFen', 'taxFen', 'totalFen'].includes(field),
    );
    // Three lines have a tax of 6.00, and 300.00, 18.00 and 318.00 stand below them.
    for (const { place, source } of amounts ?? [])
      if (source !== 'qr') expect(place?.on === 'page' && place.top).toBeGreaterThan(0.6);
  });

  it('reads every layout of the made invoices as it was written', async () => {
    const random = createRandom('ofd');
    for (let index = 0; index < 12; index += 1) {
      const file = await makeOfdFiles(random, index);
      const path = join(testFolder(), file.name);
      writeFileSync(path, file.bytes);
      const reading = await readOfdInvoices(path);
      const [truth] = file.invoices;
      expect(reading.problems).toEqual([]);
      for (const [field, value] of Object.entries(truth?.fields ?? {})) {
        if (truth?.unjudged.some((each) => each === field)) continue;
        const told = fieldsOf(reading, field).map((each) => each.value);
        expect([file.layout, field, [...new Set(told)]]).toEqual([file.layout, field, [value]]);
      }
      expect(reading.invoices[0]?.pages).toEqual(truth?.pages);
    }
  });

  it('puts the words together that tags point at: ¥ and the second half of a name are objects of their own', async () => {
    const reading = await read({
      pages: [
        text('10', 5, 5, '24112000000048542163') +
          text('11', 5, 10, '重庆示例装备') +
          text('12', 24, 10, '有限公司') +
          text('13', 5, 20, '¥') +
          text('14', 8, 20, '4,449.00'),
      ],
      document: TAGS,
      parts: {
        'Doc_0/Tags/CustomTags.xml': TAG_LIST,
        'Doc_0/Tags/CustomTag.xml': `<ofd:eInvoice ${NS}><ofd:InvoiceNo><ofd:ObjectRef PageRef="P1">10</ofd:ObjectRef></ofd:InvoiceNo><ofd:Buyer><ofd:BuyerName><ofd:ObjectRef PageRef="P1">11</ofd:ObjectRef><ofd:ObjectRef PageRef="P1">12</ofd:ObjectRef></ofd:BuyerName></ofd:Buyer><ofd:TaxInclusiveTotalAmount><ofd:ObjectRef PageRef="P1">13</ofd:ObjectRef><ofd:ObjectRef PageRef="P1">14</ofd:ObjectRef></ofd:TaxInclusiveTotalAmount></ofd:eInvoice>`,
      },
    });
    expect(fieldsOf(reading, 'buyer.name')).toMatchObject([
      { value: '重庆示例装备有限公司', source: 'ofd-tags' },
    ]);
    const [total] = fieldsOf(reading, 'totalFen');
    expect(total).toMatchObject({ value: 444900, confidence: 'certain' });
    // The place goes around both objects.
    expect(total?.place?.on === 'page' && total.place.left).toBeCloseTo(0.05, 3);
    expect(total?.place?.on === 'page' && total.place.left + total.place.width).toBeGreaterThan(0.19);
  });

  it('reads what is only printed by its place on the page, and is not certain of it', async () => {
    const random = createRandom('printed');
    for (const kind of ['special-digital', 'ordinary-electronic'] as const) {
      const invoice = makeInvoice(random, kind);
      const path = join(testFolder(), '票.ofd');
      const style = { customData: 'none', template: true, fonts: 'chinese', seal: 'png' } as const;
      writeFileSync(path, await packOfd(invoice, pagesOf(invoice), style));
      const reading = await readOfdInvoices(path);
      for (const field of ['number', 'issuedOn', 'totalFen'] as const)
        expect(fieldsOf(reading, field)).toMatchObject([
          { value: invoice[field], source: 'ofd-text', confidence: 'likely' },
        ]);
      expect(fieldsOf(reading, 'buyer.name')).toMatchObject([{ value: invoice.buyer.name }]);
      expect(fieldsOf(reading, 'seller.name')).toMatchObject([{ value: invoice.seller.name }]);
    }
  });

  it('looks at an OFD that is nothing but a picture of an invoice, and reads its QR code', async () => {
    const drawn = await ofdToPdf(SAMPLE);
    if (!drawn.ok) throw new Error(drawn.code);
    const scan = await pdfPixels(drawn.pdf);
    const raw = { width: Math.round(scan.width * 10), height: Math.round(scan.height * 10) };
    const grey = Buffer.from(
      Array.from({ length: raw.width * raw.height }, (_, at) =>
        Math.min(...scan.at((at % raw.width) / 10, Math.floor(at / raw.width) / 10)),
      ),
    );
    const picture = await sharp(grey, { raw: { ...raw, channels: 1 } })
      .png()
      .toBuffer();
    const reading = await read({
      box: '0 0 210 140',
      resources:
        '<ofd:MultiMedias><ofd:MultiMedia ID="M" Type="Image"><ofd:MediaFile>s.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
      pages: ['<ofd:ImageObject ID="1" Boundary="0 0 210 140" CTM="210 0 0 140 0 0" ResourceID="M"/>'],
      parts: { 'Doc_0/Res/s.png': picture },
    });
    expect(fieldsOf(reading, 'number')).toMatchObject([{ value: '99999951', source: 'qr' }]);
    expect(fieldsOf(reading, 'netFen')).toMatchObject([{ value: 30000, source: 'qr' }]);
  });

  it('lets sources contradict each other', async () => {
    const reading = await read({
      info: customData({ 发票号码: '99999951', 发票代码: '050001700111', '价税合计（小写）': '￥318.00' }),
      pages: [''],
      parts: {
        'Doc_0/Attachs/original_invoice.xml':
          '<eInvoice><InvoiceNo>99999951</InvoiceNo><TaxInclusiveTotalAmount>319.00</TaxInclusiveTotalAmount></eInvoice>',
      },
    });
    expect(fieldsOf(reading, 'totalFen').map(({ value, source }) => [source, value])).toEqual([
      ['ofd-custom-data', 31800],
      ['ofd-original-invoice', 31900],
    ]);
  });

  it('reads the words of a page that does not show what the data say, and is certain of neither', async () => {
    const parts = unzipSync(readFileSync(SAMPLE));
    for (const name of ['OFD.xml', 'Doc_0/Attachs/original_invoice.xml']) {
      const xml = strFromU8(parts[name] ?? new Uint8Array());
      expect(xml).toContain('318.00');
      parts[name] = strToU8(xml.replaceAll('318.00', '99999.00'));
    }
    const path = join(testFolder(), '改过.ofd');
    writeFileSync(path, zipSync(parts));
    const reading = await readOfdInvoices(path);
    const told = fieldsOf(reading, 'totalFen');
    expect(new Set(told.map(({ value }) => value))).toEqual(new Set([9999900, 31800]));
    expect(told.filter(({ value }) => value === 9999900).map(({ confidence }) => confidence)).not.toContain(
      'certain',
    );
    const settled = settleFields(reading.invoices[0]?.fields ?? []).get('totalFen');
    expect(settled?.confidence).toBe('doubtful');
    expect(settled?.contradicting.length).toBeGreaterThan(0);
  });

  it('makes an invoice of each document of a file, with the pages they stand on', async () => {
    const second = `<ofd:DocBody><ofd:DocInfo>${customData({ 发票号码: '24112000000048542164' })}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>`;
    const reading = await read({
      info: customData({ 发票号码: '24112000000048542163' }),
      body: `</ofd:DocBody>${second.replace('</ofd:DocBody>', '')}`,
      pages: ['', ''],
    });
    expect(reading.invoices.map(({ pages }) => pages)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('lets an OFD alone that is no invoice', async () => {
    const reading = await read({
      info: customData({ 标题: '会议通知' }),
      pages: [words('关于召开会议的通知')],
    });
    expect(reading).toEqual(NOTHING_READ);
  });

  it.each([
    ['no zip at all', Buffer.from('PK\u0003\u0004 rubbish'), 'file-damaged'],
    ['cut short', Buffer.from(ofdBytes({ pages: [''] })).subarray(0, 300), 'file-damaged'],
    [
      'a zip without its first part',
      Buffer.from(ofdBytes({ pages: [], parts: { 'OFD.xml': '' } })),
      'file-damaged',
    ],
    [
      'a bomb',
      Buffer.from(ofdBytes({ pages: [''], parts: { 'Doc_0/Document.xml': new Uint8Array(80 * 2 ** 20) } })),
      'file-too-large',
    ],
    [
      'nested without end',
      Buffer.from(
        ofdBytes({ pages: [''], parts: { 'Doc_0/Document.xml': '<a>'.repeat(1e5) + '</a>'.repeat(1e5) } }),
      ),
      'file-too-large',
    ],
    [
      'with entities of its own',
      Buffer.from(
        ofdBytes({ pages: [''], parts: { 'OFD.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
      ),
      'file-damaged',
    ],
  ])('names the problem of one that is %s', async (_, bytes, code) => {
    const path = join(testFolder(), '票.ofd');
    writeFileSync(path, bytes);
    const reading = await readOfdInvoices(path);
    expect(reading.invoices).toEqual([]);
    expect(reading.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('never leaves the package, whatever locations it names', async () => {
    const outside = '<eInvoice><InvoiceNo>11111111</InvoiceNo></eInvoice>';
    const reading = await read({
      info: customData({ 发票号码: '99999951' }),
      pages: [''],
      document: '<ofd:Attachments>../../../../etc/Attachments.xml</ofd:Attachments>',
      parts: { '../../secret.xml': outside, '/Doc_0/../../Attachs/a.xml': outside },
    });
    expect(fieldsOf(reading, 'number').map(({ value }) => value)).toEqual(['99999951']);
  });
});
