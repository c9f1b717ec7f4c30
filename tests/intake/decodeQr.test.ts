import { expect, test } from 'vitest';
import { decodeQr } from '../../main/intake/qr/decodeQr.ts';
import type { GreyPicture } from '../../main/intake/qr/greyPicture.ts';
import { blankPicture, drawCode, qrModules, scribble, spoil } from './qrPictures.ts';

const PAYLOAD = '01,10,050001700111,99999951,300.00,20201010,14754822929856772523,E400,';
const modules = await qrModules(PAYLOAD);
type Placed = Parameters<typeof drawCode>[2];

function pageWith(placed: Placed, light = 255): GreyPicture {
  const picture = blankPicture(900, 700, light);
  scribble(picture, 7);
  drawCode(picture, modules, { quiet: 4, ...placed });
  return picture;
}

const here = { x: 300, y: 260, module: 3 };

test.each<[string, Placed]>([
  ['upright', here],
  ['turned by 7°', { ...here, turn: 7 }],
  ['turned by 45°', { ...here, turn: 45 }],
  ['upside down', { ...here, turn: 180 }],
  ['looked at from the side', { ...here, turn: 12, skew: 0.25 }],
  ['small', { ...here, module: 1.8 }],
  ['light on dark', { ...here, dark: 255, light: 0 }],
])('a code that is %s is decoded', async (_, placed) => {
  const codes = await decodeQr(pageWith(placed));
  expect(codes.map(({ text }) => text)).toEqual([PAYLOAD]);
});

test.each<[string, Parameters<typeof spoil>[1]]>([
  ['blurred', { blur: 1.4 }],
  ['noisy', { noise: 100 }],
  ['in the shade', { shade: 0.25, noise: 10 }],
  ['all of that and a coarse JPEG', { blur: 1, noise: 25, shade: 0.5, jpeg: 45 }],
])('a picture that is %s still tells its code', async (_, how) => {
  const codes = await decodeQr(await spoil(pageWith({ ...here, turn: 5 }), how));
  expect(codes.map(({ text }) => text)).toEqual([PAYLOAD]);
});

test('a pale code on grey paper is decoded', async () => {
  const codes = await decodeQr(
    await spoil(pageWith({ ...here, dark: 110, light: 150 }, 150), { noise: 10, shade: 0.6 }),
  );
  expect(codes.map(({ text }) => text)).toEqual([PAYLOAD]);
});

test('several codes of one picture are all decoded, a blurred one among them', async () => {
  const picture = blankPicture(1200, 800);
  scribble(picture, 2);
  const [one, other, third] = await Promise.all(
    ['one', 'other', 'third'].map((text) => qrModules(`${PAYLOAD}${text}`)),
  );
  if (one === undefined || other === undefined || third === undefined) throw new Error('three codes');
  drawCode(picture, one, { x: 200, y: 200, module: 3, quiet: 4 });
  drawCode(picture, other, { x: 700, y: 220, module: 3, turn: 90, quiet: 4 });
  drawCode(picture, third, { x: 640, y: 600, module: 2.4, turn: 33, quiet: 4 });
  const codes = await decodeQr(await spoil(picture, { blur: 0.9, noise: 10 }));
  expect(codes.map(({ text }) => text.slice(PAYLOAD.length)).toSorted()).toEqual(['one', 'other', 'third']);
});

test('corners tell where a code stands and how it is turned', async () => {
  const [code] = await decodeQr(pageWith({ x: 300, y: 260, module: 4, turn: 180 }));
  const [topLeft, topRight] = code?.corners ?? [];
  const half = (modules.side * 4) / 2;
  expect(topLeft?.x).toBeCloseTo(300 + half, -1);
  expect(topLeft?.y).toBeCloseTo(260 + half, -1);
  expect(topRight?.x).toBeCloseTo(300 - half, -1);
});

test('a page of text has no code, and that is known soon', async () => {
  const picture = blankPicture(1700, 2300);
  scribble(picture, 5);
  const started = performance.now();
  expect(await decodeQr(picture)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a picture of a few pixels is no error', async () => {
  expect(await decodeQr(blankPicture(1, 1))).toEqual([]);
  expect(await decodeQr(blankPicture(3, 900, 0))).toEqual([]);
});
