import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCluster } from '../../scripts/samples/cluster/makeCluster.ts';
import { createPrinter } from '../../scripts/samples/createPrinter.ts';
import { lockedPdf } from '../../scripts/samples/lockedPdf.ts';
import { parsePlanText } from '../../scripts/samples/parsePlanText.ts';
import { rmbUpper } from '../../scripts/samples/rmbUpper.ts';
import { type Planted, writeSample } from '../../scripts/samples/sampleFiles.ts';
import type { CheckReport } from '../../shared/calls/finding.ts';
import { PackageManifest } from '../../shared/documents/packageManifest.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';
import { pageWords } from '../bundle/poppler.ts';
import { chengce } from './chengce.ts';
import { tracedRows } from './tracedRows.ts';

const samples = path.resolve(import.meta.dirname, '..', '..', 'assets', 'samples');
const scratch = mkdtempSync(path.join(tmpdir(), '示例 '));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function draftOf(name: string): Promise<string> {
  const draft = path.join(scratch, `${name}.chengce`);
  if (existsSync(draft)) return draft;
  const folder = path.join(samples, name);
  await chengce([
    'new',
    path.join(folder, 'answers.json'),
    '--attachments',
    path.join(folder, 'attachments'),
    '--out',
    draft,
  ]);
  return draft;
}

async function reportOf(name: string): Promise<CheckReport> {
  const run = await chengce(['check', await draftOf(name), '--json']);
  return JSON.parse(run.stdout) as CheckReport;
}

async function shown(
  name: string,
): Promise<{ application: Application; attachments: readonly Attachment[] }> {
  const run = await chengce(['show', await draftOf(name), '--json']);
  return JSON.parse(run.stdout) as { application: Application; attachments: readonly Attachment[] };
}

describe('the samples', () => {
  it('5g-workshop meets every check', async () => {
    const { counts, findings } = await reportOf('5g-workshop');
    expect(counts).toEqual({ error: 0, warning: 0, hint: 0, unknown: 0 });
    expect(findings.length).toBeGreaterThan(80);
  });

  it('5g-workshop holds what it promises: four units, three scenarios, 120 invoices, a red pair, two ledgers', async () => {
    const { application } = await shown('5g-workshop');
    expect(application.consortium.length).toBe(4);
    expect(application.direction.scenarioIds.length).toBe(3);
    expect(application.invoices.length).toBe(120);
    expect(application.ledger.map(({ style }) => style)).toEqual(['2015', '2015']);
    const kinds = new Set(application.invoices.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThanOrEqual(5);
    const [red, ...others] = application.invoices.filter(({ totalFen }) => (totalFen ?? 0) < 0);
    expect(others).toEqual([]);
    const blue = application.invoices.find(
      ({ code, number }) => code === red?.redLetterOf?.code && number === red.redLetterOf.number,
    );
    expect((blue?.totalFen ?? 0) + (red?.totalFen ?? 0)).toBe(0);
  });

  it('industrial-platform has no error and the one warning it is meant to have', async () => {
    const { counts, findings } = await reportOf('industrial-platform');
    expect(counts).toEqual({ error: 0, warning: 1, hint: 0, unknown: 0 });
    expect(findings.filter(({ outcome }) => outcome !== 'met').map(({ key }) => key)).toEqual(['B4']);
  });

  it('cluster-wrong reports exactly the mistakes that were planted', async () => {
    const planted = JSON.parse(
      readFileSync(path.join(samples, 'cluster-wrong', 'planted.json'), 'utf8'),
    ) as readonly Planted[];
    const { attachments } = await shown('cluster-wrong');
    const idOf = (file: string) => {
      const [kind, name] = file.split('/');
      return attachments.find((one) => one.kind === kind && one.name === name)?.id ?? `no ${file}`;
    };
    const expected = planted.flatMap(({ findings }) =>
      findings.map(({ key, outcome, at, file }) =>
        file === undefined
          ? `${key} ${outcome} ${at}`
          : `${key}#${idOf(file)} ${outcome} ${at}[${idOf(file)}]`,
      ),
    );
    const { findings } = await reportOf('cluster-wrong');
    const reported = findings
      .filter(({ outcome }) => outcome !== 'met')
      .map(({ key, outcome, at }) => `${key} ${outcome} ${at}`);
    expect(reported.toSorted()).toEqual(expected.toSorted());
  });

  it('are small enough to travel with the program, and say 示例 in every name', async () => {
    const files = readdirSync(samples, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = files.reduce(
      (sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size,
      0,
    );
    expect(bytes).toBeLessThan(12_000_000);
    for (const name of ['5g-workshop', 'industrial-platform', 'cluster-wrong']) {
      const { answers, consortium, invoices } = (await shown(name)).application;
      const named = [
        ...consortium.flatMap(({ name: unit, contact }) => [unit, contact]),
        ...invoices.flatMap(({ seller, buyer }) => [seller.name, buyer.name]),
        ...['applicant.name', 'project.name', 'project.leader', 'form.filler'].map((id) =>
          String(answers[id]),
        ),
      ];
      expect(named.filter((one) => !one.includes('示例'))).toEqual([]);
    }
  });
});

/** Binding and proving 200 pages takes half a minute where the machine has other work. */
const EXPORT_MS = 240_000;

async function exported(
  name: string,
): Promise<{ code: number | null; manifest: PackageManifest; pdf: Uint8Array }> {
  const folder = path.join(scratch, '成品', name);
  const run = await chengce(['export', await draftOf(name), '--out', folder, '--json']);
  const manifest = PackageManifest.parse(run.json());
  const pdf = manifest.files.find(({ role }) => role === 'pdf')?.name ?? 'no PDF';
  return { code: run.code, manifest, pdf: readFileSync(path.join(folder, pdf)) };
}

describe('the samples as packages', () => {
  it(
    '5g-workshop is final, proves itself, and each of its 120 rows leads to its copy',
    async () => {
      const { code, manifest, pdf } = await exported('5g-workshop');
      expect(manifest.proof.filter(({ ok }) => !ok)).toEqual([]);
      expect(manifest.proof.length).toBeGreaterThan(15);
      expect(manifest.reasons).toEqual([]);
      expect(manifest.final).toBe(true);
      expect(code).toBe(0);

      const { application } = await shown('5g-workshop');
      const pages = await pageWords(pdf);
      expect(pages.length).toBe(manifest.pages);
      const texts = pages.map((words) => words.map(({ text }) => text).join(''));
      const copies = manifest.attachments.filter(({ kind }) => kind === 'invoice-copies');
      expect(copies.flatMap(({ rows }) => rows).toSorted((a, b) => a - b)).toEqual(
        application.invoices.map((_, index) => index + 1),
      );

      const printed = tracedRows(pages);
      expect(printed).toEqual(
        application.invoices.map(({ code: invoiceCode, number }, index) => ({
          row: index + 1,
          number: `${invoiceCode}${number}`,
          page: copies.find(({ rows }) => rows.includes(index + 1))?.firstPage,
        })),
      );
      for (const { file, rows, firstPage, physicalPage } of copies) {
        const text = texts[(physicalPage ?? 0) - 1];
        expect(text, file).toContain(`—${firstPage}—`);
        expect(text, file).toContain(`投资明细表第${rows.join('、')}行`);
      }
    },
    EXPORT_MS,
  );

  it(
    'cluster-wrong is 草稿 on every page, and names the two files that cannot be bound',
    async () => {
      const { code, manifest, pdf } = await exported('cluster-wrong');
      expect(code).toBe(3);
      expect(manifest.final).toBe(false);
      expect(manifest.proof.filter(({ ok }) => !ok)).toEqual([]);
      for (const { name } of manifest.files) expect(name).toContain('（草稿）');
      const marked = (await pageWords(pdf)).map((words) => words.map(({ text }) => text).join(''));
      expect(marked.length).toBe(manifest.pages);
      expect(marked.filter((text) => !text.includes('草稿'))).toEqual([]);

      const { findings } = await reportOf('cluster-wrong');
      const wrong = findings.filter(({ severity, outcome }) => severity === 'error' && outcome === 'unmet');
      expect(manifest.reasons).toContain(`有 ${wrong.length} 项错误尚未改正`);
      const unbound = [
        { file: '联合体协议（已加密）.pdf', code: 'file-encrypted', why: '密码' },
        { file: '2019年度财务报表（已损坏）.pdf', code: 'file-damaged', why: '损坏' },
      ];
      for (const { file, why } of unbound)
        expect(manifest.reasons).toContainEqual(
          expect.stringMatching(new RegExp(`^附件“${file}”未能装订：.*${why}`)),
        );
      expect(
        manifest.attachments
          .filter(({ via }) => via === 'placeholder')
          .map(({ file, pagesIn, pagesOut, problems }) => [
            file,
            pagesIn,
            pagesOut,
            problems.map((one) => one.code),
          ]),
      ).toEqual(unbound.map(({ file, code: problem }) => [file, 0, 1, [problem]]));
    },
    EXPORT_MS,
  );
});

describe('the script that makes them', () => {
  it('writes the bytes that are there already', async () => {
    writeSample(scratch, await makeCluster(createPrinter()));
    const kept = path.join(samples, 'cluster-wrong');
    const made = path.join(scratch, 'cluster-wrong');
    const list = (folder: string) => readdirSync(folder, { recursive: true }).map(String).toSorted();
    expect(list(made)).toEqual(list(kept));
    // Pictures come out of native code that may round otherwise on another machine; all else is exact.
    for (const file of list(kept).filter((name) => /\.(pdf|json)$/.test(name)))
      expect(readFileSync(path.join(made, file)).equals(readFileSync(path.join(kept, file))), file).toBe(
        true,
      );
  });

  it('reads plan text: headings with numbers, marks, facts, lists, tables and pictures', () => {
    const { content } = parsePlanText(
      '# 甲\n值{{a.b}}，m^2^、**粗**、*P*~k~\n- 一\n- 二\n|头|\n|---|\n|身|\n尾\n![图](plan-images/x.png){60}',
    );
    expect(content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'table',
      'paragraph',
      'image',
    ]);
    expect(JSON.stringify(content[0])).toContain('（1）甲');
    expect(JSON.stringify(content[1])).toContain('{"type":"fact","attrs":{"field":"a.b"},"marks":[]}');
    expect(JSON.stringify(content[1])).toContain('{"type":"text","text":"P","marks":[{"type":"italic"}]}');
    expect(JSON.stringify(content[1])).toContain('{"type":"text","text":"k","marks":[{"type":"subscript"}]}');
  });

  it('writes money in capital characters', () => {
    const cases: readonly (readonly [number, string])[] = [
      [13_057_540, '壹拾叁万零伍佰柒拾伍圆肆角'],
      [100_000_000, '壹佰万圆整'],
      [1_000_005, '壹万圆零伍分'],
      [10_203_04, '壹万零贰佰零叁圆零肆分'],
      [-5_00, '（负数）伍圆整'],
    ];
    for (const [fen, words] of cases) expect(rmbUpper(fen)).toBe(words);
  });

  it('locks a PDF so that it says so in its trailer', () => {
    const file = lockedPdf('20200110').toString('latin1');
    expect(file).toMatch(/\/Encrypt 6 0 R/);
    expect(file).not.toContain('SAMPLE - locked');
  });
});
