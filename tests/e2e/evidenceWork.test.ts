import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import type { SectionContent } from '../../shared/calls/schema/call.ts';
import { Invoice } from '../../shared/entities/invoice.ts';
import { sampleInvoices } from '../store/sampleApplication.ts';
import { makePdf } from './attachmentFiles.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { AttachmentsPage } from './pages/AttachmentsPage.ts';
import { EvidencePage } from './pages/EvidencePage.ts';
import { GridPage } from './pages/GridPage.ts';

const call = newestCall(knownCalls());
const COPIES = call?.attachments.find(({ rowsOf }) => rowsOf === 'invoices')?.id ?? '';
const titleOf = (content: SectionContent): string =>
  call?.sections.find(({ holds }) => holds.includes(content))?.title ?? '';

let folder: string;
let program: OpenedProgram;
let board: AttachmentsPage;
let evidence: EvidencePage;
let grid: GridPage;

/** Pages that say nothing of an invoice. */
async function bareCopy(name: string, mark: number): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, await makePdf(mark));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '影像 '));
  const [blue, other] = sampleInvoices(2);
  const [code, number] = [blue?.code ?? '', blue?.number ?? ''];
  program = await openDraft({
    invoices: [
      Invoice.parse({ ...blue, use: '' }),
      Invoice.parse({ ...other }),
      Invoice.parse({ ...blue, id: 'twin', use: '车间网络改造', note: '第二次登记' }),
      Invoice.parse({
        ...blue,
        id: 'red',
        number: '99999999',
        netFen: -100_000,
        taxFen: -13_000,
        totalFen: -113_000,
        redLetterOf: { code, number },
      }),
    ],
    answers: { 'applicant.name': '重庆示例制造有限公司', 'applicant.code': '91500000MA5U000000' },
  });
  board = new AttachmentsPage(program.page());
  evidence = new EvidencePage(program.page());
  grid = new GridPage(program.page(), program.app);
  await grid.open(titleOf('invoices'));
  await grid.page.getByRole('button', { name: '影像与详情' }).click();
});

afterAll(async () => {
  await program?.close();
  await rm(folder ?? '', { recursive: true, force: true });
});

const detail = (row: number) => grid.page.getByRole('region', { name: `第 ${row} 行发票的详情` });

describe('rows that have to do with each other', () => {
  it('lead from a red-letter invoice to the one it takes back', async () => {
    await grid.focus('red', 'number');
    await detail(4)
      .getByRole('button', { name: /^第 1 行/ })
      .click();
    await expect.poll(() => grid.focused()).toEqual(['invoice-1', 'number']);
    await detail(1).getByRole('list', { name: '与这一行有关的发票' }).getByText('冲红').waitFor();
  });

  it('become one when they are the same invoice, in a step that is taken back', async () => {
    await detail(1).getByRole('button', { name: '合并到这一行' }).click();
    await expect.poll(() => grid.rows()).toEqual(['invoice-1', 'invoice-2', 'red']);
    await expect.poll(() => grid.text('invoice-1', 'use')).toBe('车间网络改造');
    await grid.focus('invoice-1', 'number');
    await evidence.press('Control+Z');
    await expect.poll(async () => (await grid.rows()).length).toBe(4);
    await evidence.press('Control+Shift+Z');
    await expect.poll(async () => (await grid.rows()).length).toBe(3);
  });
});

describe('a copy nobody could read', () => {
  it('is told when it comes, and stands in the queue beside an empty form', async () => {
    await board.open(titleOf('attachments'));
    await board.drop([await bareCopy('复印件甲.pdf', 1)], board.kind(COPIES));
    await evidence.sheet().waitFor({ timeout: 60_000 });
    expect(await evidence.read()).toContain('1 份影像没有读出发票');
    await evidence
      .sheet()
      .getByRole('button', { name: /^去核对/ })
      .click();
    await evidence.queue().waitFor();
    await evidence.press('Enter');
    expect(await evidence.queue().getByRole('alert').textContent()).toContain('还没有对应的行');
  });

  it('becomes a row with the first word typed, and its buyer is one of ours', async () => {
    await evidence.field('number').locator('input').pressSequentially('24502000000099990001');
    await expect.poll(() => evidence.queue().textContent()).toContain('表里第 4 行');
    expect(await evidence.value('number')).toBe('24502000000099990001');
    await evidence.field('buyer.name').getByRole('button', { name: '重庆示例制造有限公司' }).click();
    await expect.poll(() => evidence.value('buyer.taxId')).toBe('91500000MA5U000000');
    await evidence.press('Enter');
    await evidence
      .queue()
      .getByText(/^价税合计没有读出/)
      .waitFor();
    await evidence.press('Enter');
    await evidence.queue().getByText('读出的发票都核对过了').waitFor();
    await evidence.press('Escape');
  });

  it('is given to a row that lacks one', async () => {
    await board.open(titleOf('attachments'));
    await board.drop([await bareCopy('复印件乙.pdf', 2)], board.kind(COPIES));
    await evidence.sheet().waitFor({ timeout: 60_000 });
    await evidence.finishSheet();
    await grid.open(titleOf('invoices'));
    await grid.page.getByRole('button', { name: /^影像 缺 3、多 1$/ }).click();
    const dialog = grid.page.getByRole('dialog', { name: '发票与影像的对应' });
    await dialog.getByRole('combobox', { name: '“复印件乙.pdf”是哪一行' }).click();
    await dialog.locator('.ant-select-item-option', { hasText: '第 2 行' }).click();
    await dialog.getByText('每份影像都有对应的行').waitFor();
    await expect.poll(() => dialog.getByText('还没有影像的行（2）').count()).toBe(1);
    await evidence.press('Escape');
  });
});

describe('what was done', () => {
  it('is in the file on the disk', async () => {
    await grid.saved();
    const { invoices, attachments, readings } = await program.stored();
    const idOf = (name: string) => attachments.find((file) => file.name === name)?.id ?? '';
    expect(invoices.map(({ number }) => number)).toHaveLength(4);
    expect(invoices[3]).toMatchObject({
      number: '24502000000099990001',
      buyer: { name: '重庆示例制造有限公司' },
      copies: [idOf('复印件甲.pdf')],
    });
    expect(invoices[1]?.copies).toEqual([idOf('复印件乙.pdf')]);
    expect(readings.find(({ attachment }) => attachment === idOf('复印件甲.pdf'))).toMatchObject({
      invoice: invoices[3]?.id,
      confirmed: true,
    });
  });
});
