import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { saveEdits } from '../../main/store/saveEdits.ts';
import type { InvoiceReading } from '../../shared/entities/invoiceReading.ts';
import { sheet2015, sheet2021, writeWorkbook } from '../intake/sheetFiles.ts';
import { mustOpen } from '../store/mustOpen.ts';
import { chengce } from './chengce.ts';
import { emptyDraft, held, madeInvoices } from './evidenceFiles.ts';
import { workFolder } from './workFolder.ts';

/** Date, kind, number, summary, voucher, collected, then the cost groups. */
const row2021 = (day: string, number: string, fen: number) => [
  day,
  '记',
  number,
  '领料',
  fen,
  fen,
  null,
  fen,
];

/** As a person who says that the list's 价税合计 is what is claimed. */
function claimWhatIsTotal(file: string): void {
  const { draft } = mustOpen(file);
  const { invoices, readings } = loadApplication(draft);
  const fields = (reading: InvoiceReading) =>
    reading.fields.map((one) => (one.field === 'totalFen' ? { ...one, field: 'claimedFen' as const } : one));
  saveEdits(draft, [
    {
      kind: 'rows',
      list: 'readings',
      save: readings.map((reading) => ({ ...reading, fields: fields(reading) })),
      remove: [],
    },
    {
      kind: 'rows',
      list: 'invoices',
      save: invoices.map((row) => ({ ...row, totalFen: null, claimedFen: row.totalFen })),
      remove: [],
    },
  ]);
  closeDraft(draft);
}

describe('ledger read', () => {
  it('tells style, projects, rows and totals', async () => {
    const folder = await workFolder();
    writeWorkbook(folder, '辅助账.xlsx', [
      sheet2021({
        name: 'RD02',
        rows: [row2021('2020-01-05', '7', 1200.5), row2021('2020-02-06', '8', 99.5)],
      }),
    ]);
    const run = await chengce(['ledger', 'read', '辅助账.xlsx', '--json'], { cwd: folder });
    expect(run.code, run.stderr).toBe(0);
    expect(run.json()).toMatchObject({
      file: '辅助账.xlsx',
      ok: true,
      style: '2021',
      projects: [
        {
          code: 'RD02',
          name: '5G智慧工厂项目',
          status: '已完成',
          expenseType: '资本化',
          rows: [{ date: '2020-01-05', collectedFen: 120_050 }, { voucherNumber: '8' }],
          totals: { collectedFen: 130_000, details: { materials: 130_000 } },
        },
      ],
      problems: [],
    });
    expect(run.stderr).toMatch(/2021 年样式，研发项目 1 个[\s\S]*2 行，归集合计 1,300.00 元/);
  });

  it('says of a file that is no ledger that it is none', async () => {
    const folder = await workFolder();
    await writeFile(path.join(folder, '通讯录.csv'), '姓名,电话\n张三,13800000000\n');
    const run = await chengce(['ledger', 'read', '通讯录.csv', '--json'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({
      ok: false,
      style: null,
      projects: [],
      problems: [{ code: 'no-ledger' }],
    });
    expect(run.stderr).toMatch(/没有读出辅助账\n +是表格，但表头没有认出/);
  });

  it('says of a list of invoices what it is', async () => {
    const folder = await workFolder();
    await writeFile(path.join(folder, '清单.csv'), '发票号码,价税合计\n24502000000012345001,113\n');
    const run = await chengce(['ledger', 'read', '清单.csv'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('这是发票清单，不是研发支出辅助账；请用 invoice 命令');
  });
});

describe('ledger import', { timeout: 180_000 }, () => {
  it('brings a ledger and its file into the draft; once more changes nothing, a newer file replaces it', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    const write = (...fen: readonly number[]) =>
      writeWorkbook(folder, '辅助账.xls', [
        sheet2015({
          name: '辅助账',
          rows: fen.map((amount, index) => [
            '3',
            `${index + 1}`,
            '记',
            `${index}`,
            '工资',
            amount,
            null,
            null,
            null,
            amount,
          ]),
        }),
      ]);
    write(100);
    const run = await chengce(['ledger', 'import', '草稿.chengce', '辅助账.xls', '--json'], { cwd: folder });
    expect(run.code, run.stderr).toBe(0);
    expect(run.json()).toMatchObject({ ledgers: { added: 1, replaced: 0 } });
    const after = held(folder);
    expect(after.ledger.map(({ rows }) => rows.length)).toEqual([1]);
    expect(after.attachments).toMatchObject([{ name: '辅助账.xls', kind: 'rd-ledger', pages: 0 }]);
    await chengce(['ledger', 'import', '草稿.chengce', '辅助账.xls'], { cwd: folder });
    expect(held(folder)).toEqual(after);
    write(100, 200);
    const newer = await chengce(['ledger', 'import', '草稿.chengce', '辅助账.xls', '--json'], {
      cwd: folder,
    });
    expect(newer.json()).toMatchObject({ ledgers: { added: 0, replaced: 1 } });
    expect(held(folder).ledger.map(({ rows }) => rows.length)).toEqual([2]);
  });

  it('of an invoice takes it in as one, and says that it is no ledger', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    const [made] = await madeInvoices(folder, 1);
    if (made === undefined) throw new Error('nothing was made');
    const run = await chengce(['ledger', 'import', '草稿.chengce', made.path], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('这是发票，不是研发支出辅助账；请用 invoice 命令。已按发票存入草稿');
    const before = held(folder);
    expect(before.invoices).toHaveLength(1);
    const again = await chengce(['ledger', 'import', '草稿.chengce', made.path], { cwd: folder });
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('这是发票，不是研发支出辅助账');
    expect(held(folder)).toEqual(before);
  });

  it('of a list of invoices that is there leaves alone what a person said of its columns', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    await writeFile(path.join(folder, '清单.csv'), '发票号码,开票日期,价税合计\n10000001,2019-03-05,113\n');
    await chengce(['invoice', 'import', '草稿.chengce', '清单.csv'], { cwd: folder });
    claimWhatIsTotal(path.join(folder, '草稿.chengce'));
    const before = held(folder);
    expect(before.invoices).toMatchObject([{ totalFen: null, claimedFen: 11_300 }]);
    await chengce(['ledger', 'import', '草稿.chengce', '清单.csv'], { cwd: folder });
    expect(held(folder)).toEqual(before);
  });

  it('takes nothing in that holds no ledger', async () => {
    const folder = await workFolder();
    emptyDraft(folder);
    await writeFile(path.join(folder, '通讯录.csv'), '姓名,电话\n张三,13800000000\n');
    const run = await chengce(['ledger', 'import', '草稿.chengce', '通讯录.csv'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('没有读到研发支出辅助账');
    expect(held(folder).attachments).toEqual([]);
  });
});
