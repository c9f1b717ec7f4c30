import type { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import { attributeOf, descendantsOf, type XmlElement } from '../xml/xmlElement.ts';
import { createFieldList, type FieldList } from './createFieldList.ts';

type Form = 'digits' | 'date' | 'amount' | 'text';

/** Names issuers give their data, as `plainName` writes them. The set varies; a 2024 file has neither total nor names. */
const NAMES: Readonly<Record<string, readonly [InvoiceFieldName, Form]>> = {
  发票代码: ['code', 'digits'],
  发票号码: ['number', 'digits'],
  数电票号码: ['number', 'digits'],
  全电票号码: ['number', 'digits'],
  开票日期: ['issuedOn', 'date'],
  填开日期: ['issuedOn', 'date'],
  合计金额: ['netFen', 'amount'],
  不含税金额: ['netFen', 'amount'],
  合计税额: ['taxFen', 'amount'],
  价税合计: ['totalFen', 'amount'],
  价税合计小写: ['totalFen', 'amount'],
  校验码: ['checkCode', 'digits'],
  购买方名称: ['buyer.name', 'text'],
  购方名称: ['buyer.name', 'text'],
  购买方纳税人识别号: ['buyer.taxId', 'text'],
  购方纳税人识别号: ['buyer.taxId', 'text'],
  购买方统一社会信用代码: ['buyer.taxId', 'text'],
  销售方名称: ['seller.name', 'text'],
  销方名称: ['seller.name', 'text'],
  销售方纳税人识别号: ['seller.taxId', 'text'],
  销方纳税人识别号: ['seller.taxId', 'text'],
  销售方统一社会信用代码: ['seller.taxId', 'text'],
  备注: ['note', 'text'],
};

/** What the CustomDatas of OFD.xml tell; they are meant to be read by programs. */
export function readOfdCustomData(body: XmlElement): FieldList['fields'] {
  const list = createFieldList({ source: 'ofd-custom-data' });
  for (const data of descendantsOf(body, 'CustomData')) {
    const known = NAMES[plainName(attributeOf(data, 'Name'))];
    if (known !== undefined) list[known[1]](known[0], data);
  }
  return list.fields;
}

/** `价税合计（小写）`, `购买方 名称：` and `统一社会信用代码/纳税人识别号` as their plain words. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s():：_-]/g, '')
    .replace(/\/纳税人识别号$/, '');
}
