import sharp from 'sharp';
import type { Printer } from './createPrinter.ts';
import type { FictionalUnit } from './fictionalUnit.ts';
import { scanPicture } from './scanPicture.ts';

interface LicenceFacts {
  readonly unit: FictionalUnit;
  readonly scope: string;
  readonly capital: string;
  readonly founded: string;
}

/** A scanned 营业执照 (示例), landscape as they hang on the wall. */
export async function licenceScan(
  printer: Printer,
  { unit, scope, capital, founded }: LicenceFacts,
): Promise<Buffer> {
  const page = await printer.picture(
    'licence',
    {
      name: unit.name,
      code: unit.code,
      type: '有限责任公司（示例）',
      representative: '示例甲',
      scope,
      capital,
      founded,
      term: '长期',
      address: unit.address,
      issued: '2018年5月8日',
    },
    170,
  );
  return scanPicture(page, { seed: unit.code, turn: -0.7, widthPx: 1900, desk: '#ffffff', quality: 46 });
}

interface CertificateFacts {
  readonly title: string;
  readonly number: string;
  readonly lines: readonly (readonly [string, string])[];
  readonly text: string;
  readonly issuer: string;
  readonly date: string;
  readonly paper?: string;
  readonly rule?: string;
}

/** A certificate as a PNG of few colours, 160 dpi on A4. */
export async function certificatePng(printer: Printer, facts: CertificateFacts): Promise<Buffer> {
  const page = await printer.picture('certificate', { paper: '#fffdf5', rule: '#8c2f26', ...facts }, 160);
  return sharp(page).png({ palette: true, colours: 24, compressionLevel: 9 }).toBuffer();
}

/** The same in black and white as fax machines keep it: TIFF, CCITT group 4, 200 dpi. */
export async function certificateTiff(printer: Printer, facts: CertificateFacts): Promise<Buffer> {
  const page = await printer.picture('certificate', { paper: '#ffffff', rule: '#000000', ...facts }, 200);
  return sharp(page)
    .greyscale()
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
    .toBuffer();
}

/** A drawing for the plan's text, 1,600 pixels wide or less. */
export async function planPicture(printer: Printer, template: string, data: unknown): Promise<Buffer> {
  const page = await printer.picture(template, data, 200);
  return sharp(page).png({ palette: true, colours: 48, compressionLevel: 9 }).toBuffer();
}
