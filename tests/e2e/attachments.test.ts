import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { makeHeap, makePdf, makeUpsideDownPdf } from './attachmentFiles.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { AttachmentsPage } from './pages/AttachmentsPage.ts';

const call = newestCall(knownCalls());
const title = call?.sections.find(({ holds }) => holds.includes('attachments'))?.title ?? '';
const KIND = 'license';
const COPIES = 'invoice-copies';

let heap: Awaited<ReturnType<typeof makeHeap>>;
let program: OpenedProgram;
let board: AttachmentsPage;
const page = () => program.page();

beforeAll(async () => {
  heap = await makeHeap(3);
  program = await openDraft({
    invoices: [
      {
        id: 'i-1',
        kind: 'special-paper',
        code: '5000191130',
        number: '20190001',
        issuedOn: '2019-05-01',
        netFen: 100,
        taxFen: 13,
        totalFen: 113,
        checkCode: '',
        buyer: { name: '甲', taxId: '' },
        seller: { name: '乙', taxId: '' },
        lines: [],
        claimedFen: null,
        category: '',
        use: '',
        redLetterOf: null,
        voucher: '',
        copies: [],
        note: '',
      },
    ],
  });
  board = new AttachmentsPage(page());
  await board.open(title);
});

afterAll(async () => {
  await program?.close();
  await rm(heap?.folder ?? '', { recursive: true, force: true });
});

/** Makes the next dialog of the system answer with these paths. */
async function answerDialog(...paths: readonly string[]): Promise<void> {
  await program.app().evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    return true;
  }, paths as string[]);
}

async function undo(): Promise<void> {
  await page().getByRole('main').focus();
  await page().keyboard.press('Control+z');
}

describe('the board', () => {
  it('shows what is asked before anything is there, and how it gets there', async () => {
    expect(await board.statusOf(KIND)).toBe('missing');
    const text = (await board.kind(KIND).textContent()) ?? '';
    expect(text).toContain('必需');
    expect(text).toContain('缺');
    expect(text).toContain('拖到这里');
    await board.kind(KIND).getByRole('button', { name: /依据/ }).click();
    await page().getByRole('tooltip').getByText('附件2').first().waitFor();
    await page().keyboard.press('Escape');
  });

  it('takes the files chosen in the dialog, and the kind becomes 已齐', async () => {
    await answerDialog(...heap.files);
    await board
      .kind(KIND)
      .getByRole('button', { name: /^添加文件到/ })
      .click();
    await board.waitForStatus(KIND, 'complete');
    expect(await board.namesOf(KIND)).toEqual(['材料 001.pdf', '材料 002.pdf', '材料 003.pdf']);
  });

  it('shows the pages: real pictures, of PDFs and of photographs', async () => {
    await answerDialog(heap.disguised);
    await board
      .kind('other')
      .getByRole('button', { name: /^添加文件到/ })
      .click();
    await board.row('其实是图片.pdf').waitFor();
    for (const name of ['材料 001.pdf', '其实是图片.pdf'])
      expect(await board.pictureWidth(name)).toBeGreaterThanOrEqual(80);
  });

  it('orders by the keyboard, and undo takes it back', async () => {
    await board.row('材料 003.pdf').getByRole('textbox').focus();
    await page().keyboard.press('Alt+ArrowUp');
    await expect.poll(() => board.namesOf(KIND)).toEqual(['材料 001.pdf', '材料 003.pdf', '材料 002.pdf']);
    // The focus goes with the row, so that it can be moved on.
    await page().keyboard.press('Alt+ArrowUp');
    await expect.poll(() => board.namesOf(KIND)).toEqual(['材料 003.pdf', '材料 001.pdf', '材料 002.pdf']);
    await undo();
    await expect.poll(() => board.namesOf(KIND)).toEqual(['材料 001.pdf', '材料 003.pdf', '材料 002.pdf']);
  });

  it('orders by dragging, and moves to another kind by dragging', async () => {
    const grip = (name: string) => board.row(name).locator('[draggable=true]');
    await grip('材料 002.pdf').dragTo(board.row('材料 001.pdf'), { targetPosition: { x: 300, y: 6 } });
    await expect.poll(() => board.namesOf(KIND)).toEqual(['材料 002.pdf', '材料 001.pdf', '材料 003.pdf']);
    await grip('材料 003.pdf').dragTo(board.kind('permits').getByRole('heading'));
    await expect.poll(() => board.namesOf('permits')).toEqual(['材料 003.pdf']);
    expect(await board.statusOf('permits')).toBe('given');
  });

  it('names a file as the user writes, and says it in the row', async () => {
    const input = board.row('材料 001.pdf').getByRole('textbox');
    await input.fill('营业执照（正本）');
    expect(await board.row('材料 001.pdf').textContent()).toContain('材料 001.pdf');
  });

  it('removes without asking, and undo brings the file back with its bytes', async () => {
    await board.row('材料 002.pdf').getByRole('button', { name: /^移除/ }).click();
    await expect.poll(() => board.namesOf(KIND)).toEqual(['材料 001.pdf']);
    await page().getByText('可以撤销').waitFor();
    await undo();
    await expect.poll(() => board.namesOf(KIND)).toEqual(['材料 002.pdf', '材料 001.pdf']);
    expect(await board.pictureWidth('材料 002.pdf')).toBeGreaterThanOrEqual(80);
  });

  it('puts another file in the place of one', async () => {
    await writeFile(path.join(heap.folder, '新的.pdf'), await makePdf(90, 3));
    await answerDialog(path.join(heap.folder, '新的.pdf'));
    await board.menu('材料 002.pdf', /换成另一个文件/);
    await expect.poll(() => board.namesOf(KIND)).toEqual(['新的.pdf', '材料 001.pdf']);
  });
});

describe('the pages of a file', () => {
  it('are paged by the arrows, left out and taken in, never all of them', async () => {
    await board
      .row('新的.pdf')
      .getByRole('button', { name: /查看.*的页面/ })
      .click();
    const dialog = page().getByRole('dialog', { name: '新的' });
    await dialog.getByText('第 1 / 3 页').waitFor();
    await page().keyboard.press('ArrowRight');
    await dialog.getByText('第 2 / 3 页').waitFor();
    await dialog.getByRole('button', { name: '不装订这一页' }).click();
    await dialog.getByText('第 2 / 3 页，不装订').waitFor();
    await dialog.getByRole('checkbox', { name: '装订第 3 页' }).uncheck();
    expect(await dialog.getByRole('checkbox', { name: '装订第 1 页' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: '装订第 3 页' }).check();
    await dialog.getByRole('button', { name: '顺时针转 90°' }).click();
    const large = dialog.locator('img[alt="第 2 页"]');
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);
    await page().keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await board.row('新的.pdf').textContent()).toContain('3 页（装订 2 页）');
  });

  it('that are blank are offered to be left out', async () => {
    await answerDialog(path.join(heap.tree, '财务报表', '2019.pdf'));
    await board
      .kind('statements')
      .getByRole('button', { name: /^添加文件到/ })
      .click();
    await board.sheet().getByText('第 2 页是空白页').waitFor();
    await board.finishSheet();
    await board.row('2019.pdf').getByRole('button', { name: '不装订空白页' }).click();
    await expect.poll(() => board.row('2019.pdf').textContent()).toContain('4 页（装订 3 页）');
  });
});

describe('a page that stands on its head', () => {
  it('is a finding of its file until it is turned', async () => {
    const file = path.join(heap.folder, '颠倒的.pdf');
    await writeFile(file, await makeUpsideDownPdf());
    await board.drop([file], board.kind(KIND));
    await board.finishSheet();
    const row = board.row('颠倒的.pdf');
    await row.getByText(/第 1 页上下颠倒，装订前请旋转 180°/).waitFor();
    expect(await row.getByText(/上下颠倒/).count()).toBe(1);
    await row.getByRole('button', { name: /顺时针转 90 度$/ }).click();
    await row.getByText('90°').waitFor();
    await row.getByText(/上下颠倒/).waitFor();
    await row.getByRole('button', { name: /顺时针转 90 度$/ }).click();
    await row.getByText(/上下颠倒/).waitFor({ state: 'detached' });
  });
});

describe('a table nobody recognised among the copies', () => {
  it('is asked for its columns, not for its invoice, and counts as no copy', async () => {
    const file = path.join(heap.folder, '怪表.csv');
    await writeFile(file, '甲,乙,丙\n一,二,三\n四,五,六\n');
    await board.drop([file], board.kind(COPIES));
    await board.finishSheet();
    const row = board.row('怪表.csv');
    await row.getByText(/请点“核对列”指定各列；要装订它，请转换为 PDF 后添加/).waitFor();
    expect(await row.getByRole('button', { name: /^指明/ }).count()).toBe(0);
    expect(await row.getByText(/没有对应到明细表/).count()).toBe(0);
    await row.getByRole('button', { name: '核对列：“怪表.csv”' }).click();
    await page().getByRole('dialog').getByText('怪表.csv').first().waitFor();
    await page().keyboard.press('Escape');
    await row.getByRole('button', { name: '移除“怪表.csv”' }).click();
  });
});

describe('copies of invoices', () => {
  it('find their row by the number in their name; others are told by hand', async () => {
    const named = path.join(heap.folder, '5000191130_20190001 乙.pdf');
    const nameless = path.join(heap.folder, '扫描件.pdf');
    await writeFile(named, await makePdf(101));
    await writeFile(nameless, await makePdf(102));
    await board.drop([named]);
    await board.finishSheet();
    await board.kind(COPIES).scrollIntoViewIfNeeded();
    await expect.poll(() => board.row(path.basename(named)).textContent()).toContain('第 1 行发票 20190001');
    await board.drop([nameless], board.kind(COPIES));
    await board.sheet().getByText('1 份影像没有读出发票').waitFor();
    await board.finishSheet();
    await board.row('扫描件.pdf').getByText('还没对应到发票').waitFor();
    await board.row('扫描件.pdf').getByRole('button', { name: /^指明/ }).click();
    await page().locator('.ant-select-item-option', { hasText: '20190001' }).click();
    await expect.poll(() => board.row('扫描件.pdf').textContent()).toContain('第 1 行发票');
  });
});

describe('pictures of pages', () => {
  it('are served for files of the open draft only, and in measure', async () => {
    const address = await board.row('新的.pdf').locator('img').getAttribute('src');
    const [, sha256 = ''] = /files\/([0-9a-f]{64})/.exec(address ?? '') ?? [];
    const wishes = [
      `files/${sha256}/pages/1?width=160`,
      `files/${sha256}/pages/3?width=160`,
      `files/${'0'.repeat(64)}/pages/1?width=160`,
      `files/${sha256}/pages/0?width=160`,
      `files/${sha256}/pages/1?width=9999`,
      `files/${sha256}/pages/1`,
      `files/${sha256.toUpperCase()}/pages/1?width=160`,
      `files/${sha256}/pages/1/../../x?width=160`,
    ];
    const statuses = await program.app().evaluate(async ({ session }, names) => {
      const answers: number[] = [];
      for (const name of names)
        answers.push((await session.fromPartition('window').fetch(`app://chengce/${name}`)).status);
      return answers;
    }, wishes);
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 404, 404]);
  });
});

describe('what the board did', () => {
  it('is in the file on the disk', async () => {
    const { attachments, invoices } = await program.stored();
    const by = (name: string) => attachments.find((file) => file.name === name);
    expect(by('新的.pdf')).toMatchObject({ kind: KIND, order: 0, rotate: 90, omitPages: [2] });
    expect(by('材料 001.pdf')).toMatchObject({ kind: KIND, order: 1, title: '营业执照（正本）' });
    expect(by('材料 002.pdf')).toBeUndefined();
    expect(by('材料 003.pdf')).toMatchObject({ kind: 'permits' });
    expect(by('2019.pdf')).toMatchObject({ omitPages: [2] });
    expect(invoices[0]?.copies).toHaveLength(2);
  });
});
