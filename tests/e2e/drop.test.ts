import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { makeHeap } from './attachmentFiles.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { AttachmentsPage } from './pages/AttachmentsPage.ts';

const call = newestCall(knownCalls());
const title = call?.sections.find(({ holds }) => holds.includes('attachments'))?.title ?? '';

const GOOD = 200;
let heap: Awaited<ReturnType<typeof makeHeap>>;
let program: OpenedProgram;
let board: AttachmentsPage;

beforeAll(async () => {
  heap = await makeHeap(GOOD);
  program = await openDraft();
  board = new AttachmentsPage(program.page());
  await board.open(title);
});

afterAll(async () => {
  await program?.close();
  await rm(heap?.folder ?? '', { recursive: true, force: true });
});

describe('files dropped anywhere', () => {
  it('tells where they will go while they are held over the window', async () => {
    const hint = program.page().getByTestId('drop-hint');
    await board.hover([heap.odd]);
    expect(await hint.textContent()).toContain('归类');
    await board.hover([heap.odd], board.kind('license'));
    await expect.poll(() => hint.textContent()).toContain('营业执照');
    await hint.waitFor({ state: 'detached' });
  });

  it('stops 200 files half way and leaves nothing of them', async () => {
    await board.drop(heap.files);
    const panel = program.page().getByRole('region', { name: '正在添加文件' });
    await panel.waitFor();
    await expect.poll(() => panel.textContent()).toMatch(/[1-9]\d* \/ 200/);
    await panel.getByRole('button', { name: '取消添加' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(await program.page().locator('main [data-file]').count()).toBe(0);
    expect(await program.page().getByRole('log').textContent()).toContain('没有添加任何附件');
  });

  it('takes 200 files and a folder in, says what is wrong with each, and which it could not sort', async () => {
    const { files, locked, broken, disguised, empty, odd, tree } = heap;
    const begun = Date.now();
    await board.drop([...files, locked, broken, disguised, empty, odd, tree]);
    // The window goes on working meanwhile.
    await program.page().getByRole('navigation').getByRole('button', { name: '总览' }).click();
    await board.open(title);
    await board.sheet().waitFor({ timeout: 150_000 });
    console.log(`207 files taken in within ${Date.now() - begun} ms`);
    const sheet = (await board.sheet().textContent()) ?? '';
    expect(sheet).toContain('添加了 207 份，1 份没有添加');
    expect(sheet).toContain('旧草稿.chengce');
    expect(sheet).toContain('草稿，不能作为附件');
    for (const words of ['打开密码', '已损坏', '0 字节', '没认出类别']) expect(sheet).toContain(words);
    expect(sheet).not.toContain('DS_Store');
    await board.finishSheet();
    expect(await board.statusOf('license')).toBe('complete');
    expect(await board.namesOf('license')).toEqual(['正本.pdf']);
    expect(await board.namesOf('statements')).toEqual(['2019.pdf']);
  }, 180_000);

  it('knows files that are there already, by their bytes, and leads to them', async () => {
    await board.drop([heap.odd, heap.disguised]);
    await board.sheet().waitFor();
    const sheet = (await board.sheet().textContent()) ?? '';
    expect(sheet).toContain('2 份已经在草稿里');
    await board.sheet().getByRole('button', { name: '去看' }).first().click();
    await board.row(heap.odd.split(/[\\/]/).at(-1) ?? '').waitFor();
  });

  it('gives files dropped on a kind that kind, without a sheet when all is well', async () => {
    await board.drop([heap.files[3] ?? ''], board.kind('patents'));
    await board.waitForStatus('patents', 'given');
    expect(await board.namesOf('patents')).toEqual(['材料 004.pdf']);
    expect(await board.sheet().count()).toBe(0);
    expect(await board.row('材料 004.pdf').first().textContent()).toContain('是同一个文件');
  });

  it('has all of it on the disk afterwards', async () => {
    const { attachments } = await program.stored();
    expect(attachments).toHaveLength(208);
    expect(new Set(attachments.map(({ id }) => id)).size).toBe(208);
    const by = (name: string) => attachments.find((file) => file.name.startsWith(name));
    expect(by('加密的')).toMatchObject({ encrypted: true, pages: null });
    expect(by('损坏')).toMatchObject({ pages: null });
    expect(by('其实是图片')).toMatchObject({ sniffedType: 'png', pages: 1 });
    expect(by('空的')).toMatchObject({ bytes: 0, pages: null });
    expect(by('怪名')).toMatchObject({ pages: 1, problems: [] });
    expect(by('2019')).toMatchObject({ kind: 'statements', blankPages: [2], pages: 4 });
  });
});
