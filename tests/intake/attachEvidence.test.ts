import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { attachments } from '../../main/store/attachments.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { attachFiles } from '../../main/tasks/attachFiles.ts';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { readEvidence } from '../../main/tasks/readEvidence.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { TableMapping } from '../../shared/entities/tableReading.ts';
import { evidenceKinds } from '../../shared/evidence/kindOfReading.ts';
import { mayHoldTables } from '../../shared/evidence/mayHoldTables.ts';
import { markedPdf } from '../bundle/assemble/nastyPdfs.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { must } from '../store/must.ts';
import { sampleApplication } from '../store/sampleApplication.ts';
import { testFolder } from '../store/testFolder.ts';
import { makeZip } from './makeZip.ts';
import { htmlPage, htmlTable, xmlSpreadsheet } from './markupFiles.ts';
import { sheet2015, writeWorkbook } from './sheetFiles.ts';

function callNamed(id: string): Call {
  const call = newestCall(knownCalls(resolve('tests/fixtures/calls')), id);
  if (call === null) throw new Error(`no call ${id}`);
  return call;
}
const first = callNamed('cq-iiot-2020-1');
const second = callNamed('zj-agri-2031');

function desk(call: Call = first) {
  const folder = testFolder();
  const application = { ...sampleApplication(0), call: { id: call.id, revision: call.revision } };
  const draft = must(createDraft(join(folder, '草稿.chengce'), application));
  onTestFinished(() => closeDraft(draft));
  const attach = async (
    paths: readonly string[],
    options: { kind?: string; mappings?: readonly TableMapping[]; signal?: AbortSignal } = {},
  ) => {
    const { kind = null, signal = new AbortController().signal, ...rest } = options;
    const progress: string[] = [];
    const outcome = await attachFiles({
      draft,
      call,
      application: loadApplication(draft),
      paths,
      kind,
      signal,
      onProgress: (done, total, file) => progress.push(`${done}/${total} ${file}`),
      ...rest,
    });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return { ...outcome.report, progress };
  };
  return { folder, draft, attach };
}

async function made(folder: string, format: 'xml' | 'ofd'): Promise<{ path: string; number: unknown }> {
  const [file] = await makeCorpus(join(folder, '做的'), { perKind: { [format]: 1 } });
  if (file === undefined) throw new Error('nothing was made');
  return { path: file.path, number: file.invoices[0]?.fields.number };
}

function ledgerFile(folder: string, name: string): string {
  const amounts = (fen: number) => [fen, null, null, fen];
  return writeWorkbook(folder, name, [
    sheet2015({
      name: '示例项目',
      rows: [['2', '10', '记', '15', '发放工资', ...amounts(100), 100]],
    }),
  ]);
}

const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('the kind of evidence', () => {
  it('is found in what a call says, in a call nobody knew as well', () => {
    expect(evidenceKinds(first)).toEqual({ invoices: 'invoice-copies', ledger: 'rd-ledger' });
    expect(evidenceKinds(second)).toEqual({ invoices: 'receipts', ledger: null });
  });

  it('follows from the content, whatever the file is called', async () => {
    for (const call of [first, second]) {
      const { folder, attach } = desk(call);
      const { invoices, ledger } = evidenceKinds(call);
      const [xml, ofd] = [await made(folder, 'xml'), await made(folder, 'ofd')];
      const misnamed = join(folder, 'IMG_0042.dat');
      writeFileSync(misnamed, readFileSync(ofd.path));
      const list = join(folder, '导出.csv');
      writeFileSync(list, '发票号码,开票日期,价税合计\n24112000000048542163,2024-05-28,113.00\n');
      const report = await attach([xml.path, misnamed, list, ledgerFile(folder, '表.xlsx')]);
      const kindOf = new Map(report.added.map(({ name, kind }) => [name, kind]));
      expect(kindOf.get(basename(xml.path))).toBe(invoices);
      expect(kindOf.get('IMG_0042.dat')).toBe(invoices);
      expect(kindOf.get('导出.csv')).toBe(invoices);
      if (ledger !== null) expect(kindOf.get('表.xlsx')).toBe(ledger);
      expect(report.refused).toEqual([]);
      const told = new Map(report.readings.map(({ attachment, reading }) => [attachment, reading]));
      const [row] = report.added;
      const fields = told.get(row?.id ?? '')?.invoices[0]?.fields ?? [];
      expect(fields.find(({ field }) => field === 'number')?.value).toBe(xml.number);
    }
  });

  it('is looked for while how many files there are is said only once that is known', async () => {
    const { folder, attach } = desk();
    const { path } = await made(folder, 'xml');
    const box = join(folder, '一箱');
    mkdirSync(box);
    writeFileSync(join(box, '票.zip'), makeZip([{ name: '一.xml', data: readFileSync(path) }]));
    writeFileSync(join(box, '说明.csv'), 'a,b\n');
    const { progress } = await attach([box]);
    expect(progress.slice(0, 2)).toEqual(['0/0 ', '0/0 一箱/票.zip']);
    expect(new Set(progress.slice(2).map((told) => told.replace(/^\d+\/(\d+) .*/, '$1')))).toEqual(
      new Set(['2']),
    );
  });

  it('is what the user or the folder says, when they say so', async () => {
    const { folder, attach } = desk();
    const { path } = await made(folder, 'ofd');
    const licence = first.attachments.find(({ id }) => id === 'license');
    mkdirSync(join(folder, '营业执照'));
    writeFileSync(join(folder, '营业执照', '票.ofd'), readFileSync(path));
    const byFolder = await attach([join(folder, '营业执照')]);
    expect(byFolder.added.map(({ kind }) => kind)).toEqual([licence?.id]);
    // Nobody looks for invoices among licences.
    expect(byFolder.readings).toEqual([]);
    const byHand = await attach([path], { kind: 'permits' });
    expect(byHand.added.map(({ kind }) => kind)).toEqual(['permits']);
    expect(codes(byHand.added[0]?.problems ?? [])).toEqual(['file-also-elsewhere']);
    expect(byHand.added[0]?.problems[0]?.message).toContain('“营业执照”中的“票.ofd”');
  });
});

describe('an original without pages', () => {
  it('is kept beside what is bound when it tells something, and refused for binding when it does not', async () => {
    const { folder, attach } = desk();
    const { path } = await made(folder, 'xml');
    const other = join(folder, '配置.xml');
    writeFileSync(other, '<?xml version="1.0"?><settings/>');
    const { added } = await attach([path, ledgerFile(folder, '辅助账.xls'), other]);
    const [invoice, ledger, settings] = added;
    expect(invoice).toMatchObject({ pages: 0, sniffedType: 'xml' });
    expect(invoice?.problems).toEqual([
      { code: 'kept-beside', message: '电子原件，随草稿保存，不装订', severity: 'hint' },
    ]);
    expect(ledger).toMatchObject({ pages: 0, sniffedType: 'xls', kind: 'rd-ledger' });
    expect(settings).toMatchObject({ pages: null });
    expect(settings?.problems[0]?.severity).toBe('error');
  });

  it('is a table a program exported as a page or as XML under the name .xls, too', async () => {
    const { folder, attach } = desk();
    const sheet = sheet2015({
      name: '示例项目',
      rows: [['2', '10', '记', '15', '工资', 100, null, null, 100, 100]],
    });
    const [page, xml] = [join(folder, '导出的账.xls'), join(folder, '导出的账2003.xls')];
    writeFileSync(page, htmlPage(htmlTable(sheet), 'utf-8'));
    writeFileSync(xml, xmlSpreadsheet([sheet]));
    const { added, readings } = await attach([page, xml]);
    expect(readings.map(({ reading }) => reading.ledger.length)).toEqual([1, 1]);
    for (const file of added) {
      expect(file).toMatchObject({ pages: 0, sniffedType: 'xml', kind: 'rd-ledger' });
      expect(file.problems.map(({ code }) => code)).toEqual(['kept-beside']);
      expect(mayHoldTables(file)).toBe(true);
    }
  });
});

describe('an OFD that was cut short', () => {
  it('stays listed as a damaged OFD, though it is a ZIP that cannot be opened', async () => {
    const { folder, attach } = desk();
    const whole = readFileSync((await made(folder, 'ofd')).path);
    const cut = join(folder, '半张.ofd');
    writeFileSync(cut, whole.subarray(0, whole.length / 2));
    const unnamed = join(folder, '下载');
    writeFileSync(unnamed, whole.subarray(0, whole.length - 30));
    const bare = join(folder, '只有开头.ofd');
    writeFileSync(bare, whole.subarray(0, 8));
    const { added, refused } = await attach([cut, unnamed, bare]);
    expect(refused).toEqual([]);
    expect(added.map(({ name, sniffedType }) => [name, sniffedType])).toEqual([
      ['半张.ofd', 'ofd'],
      ['下载', 'ofd'],
      ['只有开头.ofd', 'zip'],
    ]);
    for (const { pages, problems } of added) {
      expect(pages).toBeNull();
      expect(problems[0]?.message).toBe('OFD 文件已损坏或不完整；请向开票方重新索取后添加');
    }
  });

  it('is no archive cut short, which is told as one', async () => {
    const { folder, attach } = desk();
    const zip = makeZip([{ name: '票/一.pdf', data: Buffer.alloc(3000, 1) }]);
    const cut = join(folder, '给会计.zip');
    writeFileSync(cut, zip.subarray(0, zip.length - 40));
    const { added, refused } = await attach([cut]);
    expect(added).toEqual([]);
    expect(refused.map(({ problems }) => problems[0]?.code)).toEqual(['archive-damaged']);
  });
});

describe('an archive', () => {
  it('comes in as its files, by the folders inside it, and leaves nothing unpacked behind', async () => {
    const { folder, draft, attach } = desk();
    const { path } = await made(folder, 'xml');
    const pdf = await markedPdf(folder, '一.pdf', 1);
    const archive = join(folder, '给会计.zip');
    writeFileSync(
      archive,
      makeZip([
        { name: '来自会计/票.xml', data: readFileSync(path) },
        { name: '营业执照/正本.pdf', data: readFileSync(pdf) },
        { name: '../../在外面.pdf', data: readFileSync(pdf) },
      ]),
    );
    const report = await attach([archive]);
    expect(report.added.map(({ name, kind }) => [name, kind])).toEqual([
      ['票.xml', 'invoice-copies'],
      ['正本.pdf', 'license'],
    ]);
    expect(report.already.map(({ name }) => name)).toEqual(['给会计.zip/在外面.pdf']);
    expect(report.readings).toHaveLength(1);
    expect(leftBehind()).toEqual([]);
    // Once more, it is all there.
    const again = await attach([archive]);
    expect([again.added, again.readings]).toEqual([[], []]);
    expect(attachments.all(draft)).toHaveLength(2);
  });

  it('whose work is cancelled leaves neither files on the disk nor rows in the draft', async () => {
    const { folder, draft, attach } = desk();
    const { path } = await made(folder, 'xml');
    const many = Array.from({ length: 60 }, (_, index) => ({
      name: `${index}.xml`,
      data: Buffer.concat([readFileSync(path), Buffer.from(`<!-- ${index} -->`)]),
    }));
    writeFileSync(join(folder, '发票.zip'), makeZip(many));
    const cancel = new AbortController();
    const work = attach([join(folder, '发票.zip')], { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 700);
    await expect(work).rejects.toThrow('cancelled');
    expect(attachments.all(draft)).toEqual([]);
    expect(leftBehind()).toEqual([]);
  });
});

describe('a file of the draft', () => {
  it('is read once more with columns the user corrected, and nothing of the draft changes', async () => {
    const { folder, draft, attach } = desk();
    const list = join(folder, '怪表.csv');
    writeFileSync(list, '票号,日期,销方,钱数\n24112000000048542163,2024-05-28,甲公司,113.00\n');
    const { added, readings } = await attach([list]);
    const [table] = readings[0]?.reading.tables ?? [];
    expect(added).toHaveLength(1);
    expect(table).toMatchObject({ sure: false });
    if (table === undefined) throw new Error('no table');
    const before = loadApplication(draft);
    const mapping: TableMapping = {
      ...table.mapping,
      columns: ['number', 'issuedOn', 'seller.name', 'totalFen'],
    };
    const outcome = await readEvidence({
      draft,
      files: before.attachments,
      mappings: [mapping],
      signal: new AbortController().signal,
    });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(outcome.readings[0]?.attachment).toBe(added[0]?.id);
    const [invoice] = outcome.readings[0]?.reading.invoices ?? [];
    expect(invoice?.fields.find(({ field }) => field === 'totalFen')?.value).toBe(11_300);
    expect(loadApplication(draft)).toEqual(before);
    expect(leftBehind()).toEqual([]);
    const cancelled = await readEvidence({
      draft,
      files: before.attachments,
      mappings: [],
      signal: AbortSignal.abort(),
    });
    expect(cancelled).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });
});

/** Work folders of this process that are still there. */
function leftBehind(): string[] {
  return readdirSync(os.tmpdir()).filter((name) => {
    if (!/^chengce-(unpacked|reading)-/.test(name)) return false;
    const owner = readFileSync(join(os.tmpdir(), name, 'owner.json'), 'utf8');
    return JSON.parse(owner).pid === process.pid;
  });
}
