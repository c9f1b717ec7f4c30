import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { readPictureInvoices } from '../../main/intake/invoice/readPictureInvoices.ts';
import type { GreyPicture } from '../../main/intake/qr/greyPicture.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import { testFolder } from '../store/testFolder.ts';
import { blankPicture, drawCode, qrModules, scribble, spoil } from './qrPictures.ts';

const DIGITAL = '01,31,,24112000000048542163,4449.00,20240528,,B2B6';
const ELECTRONIC = '01,10,050001700111,99999951,300.00,20201010,14754822929856772523,E400,';
const NUMBERS = { [DIGITAL]: '24112000000048542163', [ELECTRONIC]: '99999951' };

/** A page of scribbles with codes on it. */
async function page(
  codes: readonly (readonly [text: string, x: number, y: number, turn?: number])[],
): Promise<GreyPicture> {
  const picture = blankPicture(1200, 800);
  scribble(picture, 3);
  for (const [text, x, y, turn = 0] of codes)
    drawCode(picture, await qrModules(text), { x, y, module: 3, turn, quiet: 4 });
  return picture;
}

function raw({ width, height, grey }: GreyPicture): Sharp {
  return sharp(grey, { raw: { width, height, channels: 1 } });
}

async function read(bytes: Buffer, name = '照片.jpg'): Promise<FileReading> {
  const path = join(testFolder(), name);
  writeFileSync(path, bytes);
  return readPictureInvoices(path, () => undefined);
}

const numbers = (reading: FileReading) =>
  reading.invoices.map(({ fields }) => fields.find(({ field }) => field === 'number')?.value);

test.each(['jpeg', 'png', 'webp', 'tiff'] as const)(
  'a %s is read by its QR code, and its values are certain',
  async (format) => {
    const reading = await read(
      await raw(await page([[DIGITAL, 200, 200]]))
        .toFormat(format)
        .toBuffer(),
    );
    const [invoice] = reading.invoices;
    expect(Object.fromEntries(invoice?.fields.map(({ field, value }) => [field, value]) ?? [])).toEqual({
      kind: 'special-digital',
      number: NUMBERS[DIGITAL],
      issuedOn: '2024-05-28',
      totalFen: 444900,
    });
    expect(
      invoice?.fields.every(({ source, confidence }) => source === 'qr' && confidence === 'certain'),
    ).toBe(true);
    expect(invoice?.pages).toEqual([1]);
    expect(reading.problems).toEqual([]);
  },
);

test('the place of a value is the code, in parts of the picture as it is shown', async () => {
  const reading = await read(
    await raw(await page([[DIGITAL, 300, 200]]))
      .png()
      .toBuffer(),
  );
  const place = reading.invoices[0]?.fields[0]?.place;
  if (place?.on !== 'page') throw new Error('no place');
  expect(place.left + place.width / 2).toBeCloseTo(300 / 1200, 1);
  expect(place.top + place.height / 2).toBeCloseTo(200 / 800, 1);
});

test('several codes are several invoices', async () => {
  const picture = await spoil(
    await page([
      [DIGITAL, 200, 200],
      [ELECTRONIC, 800, 500, 12],
    ]),
    { blur: 0.8, noise: 12 },
  );
  const reading = await read(await raw(picture).jpeg({ quality: 60 }).toBuffer());
  expect(numbers(reading).toSorted()).toEqual([NUMBERS[DIGITAL], NUMBERS[ELECTRONIC]].toSorted());
});

test('pages of a TIFF are pages of the reading', async () => {
  const pages = await Promise.all([page([]), page([[DIGITAL, 300, 300]]), page([[ELECTRONIC, 300, 300]])]);
  const tall = Buffer.concat(pages.map(({ grey }) => grey));
  const tiff = await sharp(tall, { raw: { width: 1200, height: 2400, channels: 1, pageHeight: 800 } })
    .tiff()
    .toBuffer();
  const reading = await read(tiff, '扫描.tif');
  expect(reading.invoices.map(({ pages: on }) => on)).toEqual([[2], [3]]);
});

test('a telephone that was held upright is read as it is shown, and says nothing of sides', async () => {
  const turned = await raw(await page([[DIGITAL, 300, 200]]))
    .rotate(270)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const reading = await read(turned);
  expect(numbers(reading)).toEqual([NUMBERS[DIGITAL]]);
  expect(reading.problems).toEqual([]);
});

test('a page that lies upside down, or on its side, is told', async () => {
  const over = await read(
    await raw(await page([[DIGITAL, 300, 300, 180]]))
      .png()
      .toBuffer(),
  );
  expect(over.problems).toMatchObject([{ code: 'page-upside-down', severity: 'warning' }]);
  const aside = await read(
    await raw(await page([[DIGITAL, 300, 300, 90]]))
      .png()
      .toBuffer(),
  );
  expect(aside.problems).toMatchObject([{ code: 'page-sideways', severity: 'warning' }]);
  expect(numbers(aside)).toEqual([NUMBERS[DIGITAL]]);
});

test('a code of an invoice that is an address is said, never opened', async () => {
  const address = 'https://bcfp.example.com/verify/scan?hash=0123456789abcdef0123456789abcdef';
  const reading = await read(
    await raw(await page([[address, 300, 300]]))
      .png()
      .toBuffer(),
  );
  expect(reading.invoices).toEqual([]);
  expect(reading.problems).toMatchObject([{ code: 'qr-is-address', severity: 'hint' }]);
});

test('a licence with a code of its own, and a page without any, are empty readings', async () => {
  for (const codes of [[['https://example.com/licence?id=1', 300, 300]], []] as const) {
    const reading = await read(
      await raw(await page(codes))
        .png()
        .toBuffer(),
    );
    expect(reading).toMatchObject({ invoices: [], problems: [] });
  }
});

test('a torn picture says that it is damaged, or is read as far as it goes', async () => {
  const whole = await raw(await page([[DIGITAL, 200, 150]]))
    .jpeg()
    .toBuffer();
  const torn = await read(whole.subarray(0, Math.floor(whole.length * 0.8)));
  expect(numbers(torn)).toEqual([NUMBERS[DIGITAL]]);
  const stump = await read(whole.subarray(0, 60));
  expect(stump.problems.map(({ code }) => code)).toEqual(['file-damaged']);
});

test('a code on a transparent picture lies on white', async () => {
  const { width, height, grey } = await page([[DIGITAL, 300, 300]]);
  const rgba = Buffer.alloc(width * height * 4);
  for (const [at, value] of grey.entries()) rgba[at * 4 + 3] = 255 - value;
  const reading = await read(
    await sharp(rgba, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
    '图.png',
  );
  expect(numbers(reading)).toEqual([NUMBERS[DIGITAL]]);
});
