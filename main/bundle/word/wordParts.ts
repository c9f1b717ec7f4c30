import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import type { IsoDate } from '../../../shared/entities/dates.ts';
import { escapeXml } from './escapeXml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** docProps/core.xml; dates only when given, so that the same input gives the same bytes. */
export function corePropertiesXml(document: BundleDocument, date: IsoDate | null): string {
  const dated = (name: string): string =>
    date === null
      ? ''
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(date)}T00:00:00Z</dcterms:${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(document.title)}</dc:title><dc:subject>${escapeXml(document.subject)}</dc:subject>` +
    `<dc:creator>${escapeXml(document.author)}</dc:creator>` +
    `<cp:keywords>${escapeXml(document.keywords.join('; '))}</cp:keywords>` +
    `<cp:lastModifiedBy>${escapeXml(document.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `${dated('created')}${dated('modified')}</cp:coreProperties>`
  );
}

/**
 * word/settings.xml. `updateFields` is left out on purpose: with it Word asks people on opening whether
 * to renew fields, and our numbers are already right.
 */
export function settingsXml(document: BundleDocument): string {
  return (
    `${HEAD}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
    '<w:zoom w:percent="100"/>' +
    (document.duplex ? '<w:mirrorMargins/>' : '') +
    '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>' +
    '<w:characterSpacingControl w:val="compressPunctuation"/>' +
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>' +
    '<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}
