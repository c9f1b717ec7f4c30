import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/samples/createRandom.ts';
import { pagesOf } from '../fixtures/evidence/drawing/pagesOf.ts';
import type { InvoiceTruth } from '../fixtures/evidence/invoiceTruth.ts';
import { makeInvoice } from '../fixtures/evidence/makeInvoice.ts';
import { drawPdf } from '../fixtures/evidence/pdf/drawPdf.ts';
import { eInvoice } from '../fixtures/evidence/xml/eInvoice.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { EvidencePage } from './pages/EvidencePage.ts';

let folder: string;
let program: OpenedProgram;
let evidence: EvidencePage;
let invoice: InvoiceTruth;
const OTHER = '另一家示例有限公司';

/** A print, an XML of another seller without its tax id, and two lists that count the invoice differently. */
async function makeFiles(): Promise<void> {
  invoice = makeInvoice(createRandom('halves'), 'special-digital');
  const bytes = await drawPdf(pagesOf(invoice), { order: 'beside', runs: 'whole', qr: 'image' });
  await writeFile(path.join(folder, '打印.pdf'), bytes);
  const xml = { ...invoice, seller: { ...invoice.seller, name: OTHER, taxId: '' } };
  await writeFile(path.join(folder, '原件.xml'), eInvoice(xml, { version: '0.37', time: 'day' }));
  const { number, issuedOn, totalFen } = invoice;
  for (const [name, claimed, category] of [
    ['一月', 60, '网络软硬件'],
    ['二月', 113, '平台软硬件'],
  ]) {
    const rows = `发票号码,开票日期,价税合计,计入金额,投资类别\n${number},${issuedOn},${totalFen / 100},${claimed},${category}\n`;
    await writeFile(path.join(folder, `${name}.csv`), rows);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '两半 '));
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

describe('a tax id that only a file with another name tells', () => {
  it('is not in the row: it is shown beside it and asked about', async () => {
    expect(await evidence.value('seller.name')).toBe(OTHER);
    expect(await evidence.value('seller.taxId')).toBe('');
    await evidence.press('Enter');
    expect(await evidence.focused()).toBe('seller.taxId');
    const field = evidence.field('seller.taxId');
    await field.getByText('票面文字（写的是另一方）').waitFor();
    await evidence.press('Enter');
    await field.getByText('已选定').waitFor();
    expect(await evidence.value('seller.taxId')).toBe('');
  });
});

describe('what two lists count of an invoice', () => {
  it('is asked about, by the names of the lists, and taken by keys', async () => {
    expect(await evidence.focused()).toBe('claimedFen');
    const held = evidence.field('claimedFen').locator('[data-held="true"]');
    const before = await held.textContent();
    await evidence.press('Tab', 'Enter');
    await expect.poll(() => held.textContent()).not.toBe(before);
    await evidence.field('claimedFen').getByText('已选定').waitFor();
    await evidence.press('Enter');
    expect(await evidence.focused()).toBe('category');
    const category = evidence.field('category');
    const [first, other] = await category.locator('[data-held]').allTextContents();
    expect(`${first}${other}`).toMatch(/一月\.csv.*二月\.csv|二月\.csv.*一月\.csv/s);
    await evidence.press('Tab', 'Enter');
    await category.getByText('已选定').waitFor();
    const taken = await category.locator('[data-held="true"]').textContent();
    expect(taken?.slice(0, 8)).toBe(other?.slice(0, 8));
    await expect
      .poll(() =>
        evidence
          .queue()
          .getByText(/处矛盾要您选定/)
          .count(),
      )
      .toBe(0);
  });
});
