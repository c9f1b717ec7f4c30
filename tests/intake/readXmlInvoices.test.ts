import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readXmlInvoices } from '../../main/intake/invoice/readXmlInvoices.ts';
import { createRandom } from '../../scripts/samples/createRandom.ts';
import { type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import { makeXbrlFiles, makeXmlFiles } from '../fixtures/evidence/xml/makeXmlFiles.ts';
import { testFolder } from '../store/testFolder.ts';

const HEADER = '<Header><EIid>24112000000048542163</EIid></Header>';
const DATA =
  '<EInvoiceData><BuyerInformation><BuyerName>重庆示例装备有限公司</BuyerName></BuyerInformation>' +
  '<BasicInformation><TotalTax-includedAmount>4449.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>';
const SMALL = `<EInvoice>${HEADER}${DATA}<TaxSupervisionInfo><InvoiceNumber>24112000000048542163</InvoiceNumber><IssueTime>2024-05-28</IssueTime></TaxSupervisionInfo></EInvoice>`;

async function read(content: string | Uint8Array, name = '发票.xml'): Promise<FileReading> {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return readXmlInvoices(path);
}

/** The values a file told, by field; a field told twice has both. */
function told(reading: FileReading): ReadonlyMap<string, readonly (string | number)[]> {
  const fields = new Map<string, readonly (string | number)[]>();
  for (const { field, value } of reading.invoices[0]?.fields ?? [])
    fields.set(field, [...(fields.get(field) ?? []), value]);
  return fields;
}

describe('invoices in XML', () => {
  it('reads every version of the 数电票 and every XBRL dialect as it was written, lines below zero too', async () => {
    const random = createRandom('xml');
    for (let index = 0; index < 16; index += 1)
      for (const file of [makeXmlFiles(random, index), makeXbrlFiles(random, index)]) {
        const reading = await read(file.bytes);
        const [truth] = file.invoices;
        expect(reading.problems).toEqual([]);
        expect(reading.invoices).toHaveLength(1);
        for (const [field, value] of Object.entries(truth?.fields ?? {}))
          expect([file.layout, field, told(reading).get(field)]).toEqual([file.layout, field, [value]]);
        if (truth?.lines) expect(reading.invoices[0]?.lines).toEqual(truth.lines);
      }
  });

  it('says where each value comes from and how sure it is', async () => {
    const reading = await read(SMALL);
    expect(reading.invoices[0]?.fields).toContainEqual({
      field: 'number',
      value: '24112000000048542163',
      source: 'xml',
      confidence: 'certain',
      place: null,
    });
    const shortened = await read(SMALL.replaceAll('24112000000048542163', '2.4112E+19'));
    expect(shortened.invoices[0]?.fields.find(({ field }) => field === 'number')?.confidence).toBe(
      'doubtful',
    );
  });

  it('shows both numbers where head and end name different ones', async () => {
    const reading = await read(SMALL.replace('<EIid>24112000000048542163', '<EIid>24112000000048542164'));
    expect(told(reading).get('number')).toEqual(['24112000000048542163', '24112000000048542164']);
  });

  it('finds the blue invoice of a red one in its element, else in its remark, else says that it is unnamed', async () => {
    const red = SMALL.replace(
      '</EIid>',
      '</EIid><InherentLabel><InIssuType><LabelCode>N</LabelCode></InIssuType></InherentLabel>',
    );
    const inside = (what: string): string => red.replace('<EInvoiceData>', `<EInvoiceData>${what}`);
    const element = await read(
      inside(
        '<SpecificInformation><RedEInvoice><OriginalInvoiceCode>24112000000135114086</OriginalInvoiceCode></RedEInvoice></SpecificInformation>',
      ),
    );
    expect(told(element).get('redLetterOf.number')).toEqual(['24112000000135114086']);
    const remark = await read(
      inside(
        '<AdditionalInformation><Remark>被红冲蓝字数电发票号码：24112000000135114086 红字确认单</Remark></AdditionalInformation>',
      ),
    );
    expect(told(remark).get('redLetterOf.number')).toEqual(['24112000000135114086']);
    expect(remark.invoices[0]?.problems).toEqual([]);
    const unnamed = await read(red);
    expect(unnamed.invoices[0]?.problems.map(({ code }) => code)).toEqual(['red-letter-unpaired']);
  });

  it('knows rail, air and toll by the number, and 专 or 普 by the label', async () => {
    const kindOf = async (number: string, label: string): Promise<unknown> =>
      told(
        await read(
          SMALL.replaceAll('24112000000048542163', number).replace(
            '</EIid>',
            `</EIid><InherentLabel><GeneralOrSpecialVAT><LabelCode>${label}</LabelCode></GeneralOrSpecialVAT></InherentLabel>`,
          ),
        ),
      ).get('kind');
    expect(await kindOf('24112000000048542163', '01')).toEqual(['special-digital']);
    expect(await kindOf('24112000000048542163', '02')).toEqual(['ordinary-digital']);
    expect(await kindOf('24119100000048542163', '02')).toEqual(['rail']);
    expect(await kindOf('24118100000048542163', '02')).toEqual(['air']);
    expect(await kindOf('24117900000048542163', '02')).toEqual(['toll']);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-8"?>${SMALL}`)],
    [
      'UTF-16, little end first',
      Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${SMALL}`, 'utf16le'),
    ],
    ['UTF-16, big end first', Buffer.from(`\ufeff${SMALL}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(SMALL, 'utf16le')],
    ['GB 18030', iconv.encode(`<?xml version="1.0" encoding="GB18030"?>${SMALL}`, 'gb18030')],
    ['GBK', iconv.encode(`<?xml version='1.0' encoding='gbk'?>${SMALL}`, 'gbk')],
    ['GBK that says UTF-8', iconv.encode(`<?xml version="1.0" encoding="UTF-8"?>${SMALL}`, 'gbk')],
  ])('reads %s', async (_, bytes) => {
    expect(told(await read(bytes)).get('buyer.name')).toEqual(['重庆示例装备有限公司']);
  });

  it('reads several invoices in one envelope, CDATA and characters by their number', async () => {
    const other = SMALL.replaceAll('48542163', '48542164').replace(
      '重庆示例装备有限公司',
      '<![CDATA[甲&乙]]>&#20844;&#x53F8;',
    );
    const reading = await read(`<Invoices>${SMALL}${other}</Invoices>`);
    expect(reading.invoices).toHaveLength(2);
    expect(reading.invoices[1]?.fields.find(({ field }) => field === 'buyer.name')?.value).toBe('甲&乙公司');
  });

  it('reads the data file of 2020 that stands beside its OFD', async () => {
    const reading = await read(
      '<eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019"><fp:InvoiceCode>050001700111</fp:InvoiceCode><fp:InvoiceNo>99999951</fp:InvoiceNo><fp:TaxInclusiveTotalAmount>318.00</fp:TaxInclusiveTotalAmount></eInvoice>',
    );
    expect(Object.fromEntries(told(reading))).toMatchObject({
      code: ['050001700111'],
      number: ['99999951'],
      totalFen: [31800],
    });
  });

  it.each([
    ['any other XML', '<?xml version="1.0"?><project><name>x</name></project>'],
    ['a broken one that is no invoice', '<project><name>'],
    ['a page of the web', '<!DOCTYPE html><html><body>发票</body></html>'],
    ['a statement of a bank in XBRL', '<xbrl xmlns:bkrs="x"><bkrs:Amount>1</bkrs:Amount></xbrl>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('lets %s alone, without a problem', async (_, content) => {
    expect(await read(content)).toEqual(NOTHING_READ);
  });

  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  );
  it.each([
    ['cut short', SMALL.slice(0, -30), 'invoice-xml-damaged'],
    ['with elements that cross', SMALL.replace('</Header>', '</Haeder>'), 'invoice-xml-damaged'],
    [
      'with entities that laugh',
      `<!DOCTYPE EInvoice [<!ENTITY l0 "ha">${laughs}]>${SMALL.replace('2024-05-28', '&l10;')}`,
      'invoice-xml-forbidden',
    ],
    [
      'that asks for a file of the machine',
      `<!DOCTYPE EInvoice [<!ENTITY f SYSTEM "file:///etc/passwd">]>${SMALL}`,
      'invoice-xml-forbidden',
    ],
    [
      'nested without end',
      `<EInvoice>${'<a>'.repeat(500_000)}${'</a>'.repeat(500_000)}</EInvoice>`,
      'invoice-xml-too-large',
    ],
    [
      'nested deeper than any',
      `<EInvoice>${'<a>'.repeat(90)}${'</a>'.repeat(90)}</EInvoice>`,
      'invoice-xml-too-large',
    ],
    ['of a million elements', `<EInvoice>${'<a/>'.repeat(1_000_000)}</EInvoice>`, 'invoice-xml-too-large'],
    ['of 40 MB', `<EInvoice>${' '.repeat(40 * 2 ** 20)}</EInvoice>`, 'invoice-xml-too-large'],
  ])('names the problem of one %s, and reads nothing of it', async (_, content, code) => {
    const reading = await read(content);
    expect(reading.invoices).toEqual([]);
    expect(reading.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('takes no entity for more than its letters', async () => {
    const reading = await read(SMALL.replace('重庆示例装备有限公司', '&nbsp;&constructor;甲&amp;乙'));
    expect(told(reading).get('buyer.name')).toEqual(['&nbsp;&constructor;甲&乙']);
  });

  it.each([
    ['filled up with zeros', `${SMALL}\0\0\0\0`],
    ['that begins with an empty line', `\r\n${SMALL}`],
    [
      'with control characters by their number',
      SMALL.replace('重庆示例装备有限公司', '重庆示例&#x1F;装备&#0;有限公司'),
    ],
    ['with a comment nobody may write', SMALL.replace('<Header>', '<!-- a -- b ---><Header>')],
    [
      'whose declaration is out of order',
      `<?xml encoding="utf-8" version="1.0"?>${SMALL.replace(/^<\?xml[^>]*>/, '')}`,
    ],
    ['with line ends of Windows', SMALL.replace('<Header>', '\r\n\r<Header>')],
    [
      'with control characters inside',
      SMALL.replace('重庆示例装备有限公司', '\u0001重庆示例装备\u001f有限公司'),
    ],
  ])('reads a file %s all the same', async (_, text) => {
    expect(told(await read(text)).get('buyer.name')).toEqual(['重庆示例装备有限公司']);
  });
});
