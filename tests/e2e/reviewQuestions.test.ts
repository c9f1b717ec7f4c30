import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/samples/createRandom.ts';
import { pagesOf } from '../fixtures/evidence/drawing/pagesOf.ts';
import type { InvoiceTruth } from '../fixtures/evidence/invoiceTruth.ts';
import { makeInvoice } from '../fixtures/evidence/makeInvoice.ts';
import { drawPdf } from '../fixtures/evidence/pdf/drawPdf.ts';
import { makePhotoFiles } from '../fixtures/evidence/picture/makePhotoFiles.ts';
import { eInvoice } from '../fixtures/evidence/xml/eInvoice.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { EvidencePage } from './pages/EvidencePage.ts';
import { GridPage } from './pages/GridPage.ts';

let folder: string;
let program: OpenedProgram;
let evidence: EvidencePage;
let invoice: InvoiceTruth;
let print: InvoiceTruth;

/** An XML, a print of it that somebody changed, and photos that lie on either side and stand on their head. */
async function makeFiles(): Promise<void> {
  const random = createRandom('questions');
  invoice = makeInvoice(random, 'special-digital');
  const other = makeInvoice(random, 'special-digital');
  print = { ...invoice, issuedOn: other.issuedOn, seller: other.seller };
  await writeFile(path.join(folder, '原件.xml'), eInvoice(invoice, { version: '0.37', time: 'day' }));
  const bytes = await drawPdf(pagesOf(print), { order: 'beside', runs: 'whole', qr: 'image' });
  await writeFile(path.join(folder, '打印.pdf'), bytes);
  for (const turned of TURNED) {
    const made = await makePhotoFiles(random, turned);
    await writeFile(path.join(folder, `${turned}${path.extname(made.name)}`), made.bytes);
  }
}

/** Layouts of photos: turned by 90°, upside down, turned by 270°. */
const TURNED = [1, 2, 3] as const;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '核对 '));
  await makeFiles();
  program = await openDraft();
  evidence = new EvidencePage(program.page());
  const sheet = await evidence.drop(folder);
  await sheet.getByRole('button', { name: /^去核对/ }).click();
  await evidence.queue().waitFor();
}, 120_000);

afterAll(async () => {
  await program?.close();
  await rm(folder ?? '', { recursive: true, force: true });
});

const open = () => evidence.queue().getByText(/还有 \d 处矛盾要您选定/);
const sheetTurn = () => evidence.queue().locator('[data-pages] [data-turn]').getAttribute('data-turn');

describe('an invoice whose XML and print contradict each other', () => {
  it('is in the row as the XML says it, whole, and asks about each contradiction', async () => {
    expect(await evidence.value('issuedOn')).toBe(invoice.issuedOn);
    expect(await evidence.value('seller.name')).toBe(invoice.seller.name);
    expect(await evidence.value('seller.taxId')).toBe(invoice.seller.taxId);
    expect(await open().textContent()).toContain('还有 3 处');
    expect(await evidence.focused()).toBe('issuedOn');
  });

  it('is decided by keys, one field after the other, for the row or for another value', async () => {
    const all = await evidence.left();
    await evidence.press('Enter');
    expect(await evidence.focused()).toBe('seller.name');
    await evidence.press('Tab', 'Enter');
    const seller = evidence.field('seller.name');
    await expect.poll(() => evidence.value('seller.name')).toBe(print.seller.name);
    await seller.getByText('已选定：票面文字').waitFor();
    expect(await open().textContent()).toContain('还有 1 处');
    // The picture of the value and its place on the page are those of what was chosen.
    await seller.getByRole('img', { name: '票面上的销售方' }).waitFor();
    await evidence.highlight().waitFor();
    await evidence.press('Enter');
    expect(await evidence.focused()).toBe('seller.taxId');
    await evidence.press('Enter');
    await expect.poll(() => open().count()).toBe(0);
    expect(await evidence.left(), 'nothing was confirmed on the way').toBe(all);
    await evidence.press('Enter');
    await expect.poll(() => evidence.left()).toBe(all - 1);
  });
});

describe('a photo that lies or stands on its head', () => {
  it('is shown upright by itself, is turned by a key, and the focus stays in its field', async () => {
    const seen: string[] = [];
    for (let count = 0; count < TURNED.length; count += 1) {
      await evidence.queue().locator('[data-pages] img').first().waitFor();
      seen.push((await sheetTurn()) ?? '');
      if (count < TURNED.length - 1) await evidence.press('PageDown');
    }
    expect(seen.toSorted()).toEqual(['180', '270', '90']);
    const [before, focused] = [Number(await sheetTurn()), await evidence.focused()];
    expect(focused).not.toBeNull();
    await evidence.press('Control+]');
    await expect.poll(sheetTurn).toBe(String((before + 90) % 360));
    await evidence.press('Control+[');
    await expect.poll(sheetTurn).toBe(String(before));
    await evidence.queue().getByRole('button', { name: '逆时针转 90 度' }).click();
    expect(await evidence.focused()).toBe(focused);
    // Taken back, the page is upright again.
    await evidence.press('Control+Z', 'Control+Z', 'Control+Z');
    await expect.poll(sheetTurn).toBe(String(before));
  });

  it('without what an invoice is worth nothing without is asked about once', async () => {
    while ((await evidence.queue().getByText('这一轮看完了').count()) === 0) await evidence.press('PageDown');
    expect(
      await evidence
        .queue()
        .getByRole('button', { name: '回到发票表' })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await evidence
      .queue()
      .getByRole('button', { name: /^再看跳过的/ })
      .click();
    await expect.poll(() => evidence.focused()).not.toBeNull();
    const all = await evidence.left();
    await evidence.press('Enter');
    await evidence
      .queue()
      .getByText(/^价税合计没有读出/)
      .waitFor();
    expect(await evidence.focused()).toBe('totalFen');
    expect(await evidence.left()).toBe(all);
    await evidence.press('Enter');
    await expect.poll(() => evidence.left()).toBe(all - 1);
  });
});

describe('back at the table', () => {
  it('the heading of the page is in sight', async () => {
    await evidence.press('Escape');
    await evidence.queue().waitFor({ state: 'detached' });
    const grid = new GridPage(program.page(), program.app);
    const [main, heading] = await Promise.all([
      grid.page.getByRole('main').boundingBox(),
      grid.page.locator('main h1').boundingBox(),
    ]);
    expect(heading?.y ?? 0).toBeGreaterThanOrEqual(main?.y ?? 0);
  });
});
