import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../intake/makeZip.ts';
import { chengce } from './chengce.ts';
import { emptyDraft, held, madeInvoices } from './evidenceFiles.ts';
import { paperPdf } from './paperPdf.ts';
import { workFolder } from './workFolder.ts';

interface ReadFile {
  readonly file: string;
  readonly ok: boolean;
  readonly source: string | null;
  readonly invoices: readonly {
    readonly kind: string;
    readonly code: string;
    readonly number: string;
    readonly issuedOn: string | null;
    readonly totalFen: number | null;
    readonly buyer: { readonly name: string; readonly taxId: string };
    readonly seller: { readonly name: string; readonly taxId: string };
    readonly fields: Readonly<Record<string, { readonly source: string; readonly confidence: string }>>;
  }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

const LIST = '发票号码,开票日期,销售方名称,金额,税额,价税合计\n';

describe('invoice read', () => {
  it('tells of each file what it says, where that stands and how far it can be believed', async () => {
    const folder = await workFolder();
    const [made] = await madeInvoices(folder, 1);
    if (made === undefined) throw new Error('nothing was made');
    const run = await chengce(['invoice', 'read', made.path, '--json'], { cwd: folder });
    expect(run.code).toBe(0);
    const { files } = run.json() as { files: readonly ReadFile[] };
    const [file] = files;
    expect(file).toMatchObject({ file: made.path, ok: true, source: 'xml', problems: [] });
    const [invoice] = file?.invoices ?? [];
    expect(invoice).toMatchObject({
      number: made.fields.number,
      issuedOn: made.fields.issuedOn,
      totalFen: made.fields.totalFen,
      buyer: { name: made.fields['buyer.name'], taxId: made.fields['buyer.taxId'] },
      seller: { name: made.fields['seller.name'] },
    });
    expect(invoice?.fields.number).toMatchObject({
      source: 'xml',
      confidence: 'certain',
      contradictions: [],
    });
    expect(run.stderr).toContain(`${made.fields.number}`);
  });

  it('opens archives, and says of each file that tells nothing why', async () => {
    const folder = await workFolder();
    const [made] = await madeInvoices(folder, 1);
    if (made === undefined) throw new Error('nothing was made');
    await writeFile(
      path.join(folder, '票.zip'),
      makeZip([{ name: '内/一.xml', data: await readFile(made.path) }]),
    );
    await paperPdf(path.join(folder, '合同.pdf'), ['no invoice']);
    await writeFile(path.join(folder, '票.rar'), Buffer.from('526172211a0701000000', 'hex'));
    await writeFile(path.join(folder, '坏.xml'), '<EInvoice><Header>');
    await writeFile(path.join(folder, '视频.mp4'), Buffer.from('0000001866747970697336d', 'hex'));
    const given = ['票.zip', '合同.pdf', '票.rar', '坏.xml', '没有.ofd', '视频.mp4'];
    const run = await chengce(['invoice', 'read', ...given, '--json'], { cwd: folder });
    expect(run.code).toBe(1);
    const { files } = run.json() as { files: readonly ReadFile[] };
    expect(files.map(({ file, ok, problems }) => [file, ok, problems[0]?.code])).toEqual([
      ['票.zip/内/一.xml', true, undefined],
      ['合同.pdf', false, 'no-invoice'],
      ['票.rar', false, 'archive-not-unpacked'],
      ['坏.xml', false, 'invoice-xml-damaged'],
      ['没有.ofd', false, 'file-missing'],
      ['视频.mp4', false, 'file-type-unsupported'],
    ]);
    expect(run.stderr).toMatch(/合同\.pdf：没有读出发票\n +没有找到发票的数据/);
    expect(run.stderr).toMatch(/视频\.mp4：没有读出发票\n +这种文件不能识读/);
    expect(run.stderr).toContain('请先解压');
    expect(run.stderr).not.toContain('    at ');
  });
});

const REFUSED = `${LIST}24502000000012345001,2024-03-05,甲,100,13,一百一十三\n`;

describe('a list with an amount that is none', { timeout: 180_000 }, () => {
  it('is read without it, says which cell, and is not fine', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    await writeFile(path.join(folder, '清单.csv'), REFUSED);
    const read = await chengce(['invoice', 'read', '清单.csv'], { cwd: folder });
    expect(read.code).toBe(1);
    expect(read.stderr).toContain('F2 不是金额，没有采用');
    const imported = await chengce(['invoice', 'import', '草稿.chengce', '清单.csv'], { cwd: folder });
    expect(imported.code).toBe(1);
    expect(imported.stderr).toMatch(/清单\.csv：.*F2 不是金额，没有采用/);
    expect(held(folder).invoices).toMatchObject([{ netFen: 10_000, totalFen: null }]);
  });

  it('tells columns nobody knows, which is fine', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    await writeFile(
      path.join(folder, '清单.csv'),
      '发票号码,价税合计,经办部门\n24502000000012345001,113,信息部\n',
    );
    const run = await chengce(['invoice', 'import', '草稿.chengce', '清单.csv'], { cwd: folder });
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain('清单.csv：经办部门 1 列没有用上');
  });
});

describe('invoice import', { timeout: 180_000 }, () => {
  it('makes rows of a folder in one go; the same folder once more changes nothing', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    const made = await madeInvoices(folder, 3);
    const listed = '24112000000048542163';
    await writeFile(
      path.join(folder, '发票', '清单.csv'),
      `${LIST}${listed},2024-05-28,甲公司,100.00,13.00,113.00\n`,
    );
    const run = await chengce(['invoice', 'import', '草稿.chengce', '发票', '--json'], { cwd: folder });
    expect(run.code, run.stderr).toBe(0);
    expect(run.json()).toMatchObject({
      merged: [],
      unread: [],
      lists: ['发票/清单.csv'],
      contradictions: [],
    });
    expect(run.stderr).toContain(`新增发票 ${made.length + 1} 张`);
    const after = held(folder);
    const numbers = new Set(after.invoices.map(({ number }) => number));
    expect(numbers).toEqual(new Set([...made.map(({ fields }) => fields.number), listed]));
    expect(new Set(after.attachments.map(({ kind }) => kind))).toEqual(new Set(['invoice-copies']));
    expect(after.attachments.find(({ name }) => name === '清单.csv')?.pages).toBe(0);
    const again = await chengce(['invoice', 'import', '草稿.chengce', '发票', '--json'], { cwd: folder });
    expect(again.code, again.stderr).toBe(0);
    expect(again.json()).toMatchObject({ added: [], merged: [], unread: [] });
    expect(held(folder)).toEqual(after);
  });

  it('brings further copies of an invoice to its row, and says where sources contradict', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    const [made] = await madeInvoices(folder, 1);
    if (made === undefined) throw new Error('nothing was made');
    const { number, issuedOn, totalFen } = made.fields;
    await chengce(['invoice', 'import', '草稿.chengce', made.path], { cwd: folder });
    const other = `${(Number(totalFen) + 100) / 100}`;
    await writeFile(
      path.join(folder, '清单.csv'),
      `发票号码,开票日期,销售方名称,价税合计\n${number},${issuedOn},甲,${other}\n`,
    );
    const run = await chengce(['invoice', 'import', '草稿.chengce', '清单.csv', '--json'], { cwd: folder });
    const json = run.json() as {
      merged: readonly { row: number }[];
      contradictions: readonly { row: number; field: string }[];
    };
    expect(json.merged.map(({ row }) => row)).toEqual([1]);
    expect(json.contradictions).toContainEqual(expect.objectContaining({ row: 1, field: 'totalFen' }));
    expect(run.stderr).toMatch(/第 1 行发票的价税合计说法不一.*请核对/);
    const after = held(folder);
    expect(after.invoices).toHaveLength(1);
    expect(after.invoices[0]?.totalFen).toBe(totalFen);
  });

  it('keeps pages it could not read as copies to be typed in, and leaves out data that tells nothing', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    await paperPdf(path.join(folder, '材料', '手写收据.pdf'), ['a receipt written by hand']);
    await writeFile(path.join(folder, '材料', '说明.txt'), '这不是发票');
    const run = await chengce(['invoice', 'import', '草稿.chengce', '材料', '--json'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('手写收据.pdf');
    expect(run.stderr).toMatch(/说明\.txt.*没有读到发票，没有添加/);
    const after = held(folder);
    expect(after.attachments.map(({ name, kind }) => [name, kind])).toEqual([
      ['手写收据.pdf', 'invoice-copies'],
    ]);
    expect(after.invoices).toEqual([]);
  });

  it('that is interrupted leaves the draft as it was, and nothing unpacked', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    const made = await madeInvoices(folder, 20);
    const entries = made.map(({ path: file }) => ({ name: path.basename(file), data: readFileSync(file) }));
    await writeFile(path.join(folder, '发票.zip'), makeZip(entries));
    const temporary = path.join(folder, 'tmp');
    await mkdir(temporary);
    const before = held(folder);
    let watch: NodeJS.Timeout | undefined;
    const run = await chengce(['invoice', 'import', '草稿.chengce', '发票.zip'], {
      cwd: folder,
      env: { TMPDIR: temporary, TEMP: temporary },
      onStart: (kill) => {
        watch = setInterval(() => {
          // The archive is unpacked, so the work has begun.
          if (!existsSync(temporary) || readdirSync(temporary, { recursive: true }).length < 20) return;
          clearInterval(watch);
          kill('SIGINT');
        }, 5);
      },
    });
    clearInterval(watch);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('已取消');
    expect(held(folder)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('refuses what is no draft, and a draft that is not there', async () => {
    const folder = await workFolder();
    const run = await chengce(['invoice', 'import', '没有.chengce', 'x.pdf', '--json'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.json()).toMatchObject({ ok: false });
  });
});
