import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { chengce } from './chengce.ts';
import { paperPdf } from './paperPdf.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const CALLS = ['--calls', path.resolve(SECOND_CALLS)];

/** Answers and a folder of attachments in a new work folder. */
async function papers(): Promise<string> {
  const folder = await workFolder();
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(secondAnswers()));
  await paperPdf(path.join(folder, '附件', '土地', '土地证.pdf'), ['land one', 'land two']);
  await paperPdf(path.join(folder, '附件', 'receipts', '一.pdf'), ['receipt']);
  return folder;
}

async function draftOf(folder: string): Promise<void> {
  const args = ['new', '答案.json', '--out', '我的 申报.chengce', '--attachments', '附件', ...CALLS];
  const made = await chengce(args, { cwd: folder });
  expect(made.stderr).toContain('已新建草稿');
  expect(made.code).toBe(0);
}

async function exported(folder: string, out = '成品'): Promise<PackageManifest> {
  const run = await chengce(['export', '我的 申报.chengce', '--out', out, '--json', ...CALLS], {
    cwd: folder,
  });
  return PackageManifest.parse(run.json());
}

describe('from answers to a package, for a call the code has never heard of', () => {
  it('makes a draft, checks it, and exports a package that proves itself', async () => {
    const folder = await papers();
    await draftOf(folder);

    const shown = (await chengce(['show', '我的 申报.chengce', '--json'], { cwd: folder })).json() as {
      application: { invoices: { copies: string[] }[] };
      attachments: { id: string; kind: string; pages: number }[];
    };
    expect(shown.attachments.map(({ kind, pages }) => [kind, pages])).toEqual([
      ['land', 2],
      ['receipts', 1],
    ]);
    const receipt = shown.attachments.find(({ kind }) => kind === 'receipts');
    expect(shown.application.invoices[0]?.copies).toEqual([receipt?.id]);

    const checked = await chengce(['check', '我的 申报.chengce', '--json', ...CALLS], { cwd: folder });
    const report = checked.json() as {
      counts: Record<string, number>;
      findings: { outcome: string; message: string }[];
    };
    expect(report.findings.filter(({ outcome }) => outcome !== 'met').map(({ message }) => message)).toEqual(
      [],
    );
    expect(checked.code).toBe(0);

    const run = await chengce(['export', '我的 申报.chengce', '--out', '成品', '--json', ...CALLS], {
      cwd: folder,
    });
    const manifest = PackageManifest.parse(run.json());
    expect(manifest.proof.filter(({ ok }) => !ok)).toEqual([]);
    expect(manifest.reasons).toEqual([]);
    expect(manifest.final).toBe(true);
    expect(run.code).toBe(0);

    const pdf = manifest.files.find(({ role }) => role === 'pdf');
    const bytes = await readFile(path.join(folder, '成品', pdf?.name ?? ''));
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(manifest.pages);
    expect(
      manifest.attachments.map(({ file, pagesIn, pagesOut, rows }) => [file, pagesIn, pagesOut, rows]),
    ).toEqual([
      ['土地证.pdf', 2, 2, []],
      ['一.pdf', 1, 1, [1]],
    ]);
    expect((await readdir(path.join(folder, '成品'))).sort()).toEqual(
      [...manifest.files.map(({ name }) => name), 'manifest.json'].sort(),
    );

    const verified = await chengce(['verify', '成品', '--json'], { cwd: folder });
    expect(verified.json()).toMatchObject({ ok: true });
    expect(verified.code).toBe(0);
  });

  it('verify tells when a file of the package was changed afterwards', async () => {
    const folder = await papers();
    await draftOf(folder);
    const manifest = await exported(folder);
    const word = path.join(folder, '成品', manifest.files.find(({ role }) => role === 'word')?.name ?? '');
    await writeFile(word, (await readFile(word)).subarray(0, 2000));
    const run = await chengce(['verify', '成品', '--json'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ ok: false });
  });

  it('exports as 草稿, with exit 3, when a required attachment cannot be bound', async () => {
    const folder = await papers();
    await writeFile(path.join(folder, '附件', '土地', '土地证.pdf'), '%PDF-1.7 broken');
    const made = await chengce(
      ['new', '答案.json', '--out', '我的 申报.chengce', '--attachments', '附件', '--json', ...CALLS],
      { cwd: folder },
    );
    expect(made.code).toBe(1);
    const run = await chengce(['export', '我的 申报.chengce', '--out', '成品', '--json', ...CALLS], {
      cwd: folder,
    });
    expect(run.code).toBe(3);
    const manifest = PackageManifest.parse(run.json());
    expect(manifest.final).toBe(false);
    expect(manifest.reasons.join('')).toContain('土地证.pdf');
    expect(manifest.files.map(({ name }) => name).join('')).toContain('草稿');
    expect(manifest.proof.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('what a person has is never lost', () => {
  it('new never overwrites a draft that is there', async () => {
    const folder = await papers();
    await draftOf(folder);
    const before = await readFile(path.join(folder, '我的 申报.chengce'));
    const again = await chengce(['new', '答案.json', '--out', '我的 申报.chengce', '--json', ...CALLS], {
      cwd: folder,
    });
    expect(again.code).toBe(2);
    expect(again.json()).toMatchObject({ problem: { code: 'draft-exists' } });
    expect(await readFile(path.join(folder, '我的 申报.chengce'))).toEqual(before);
  });

  it('a Word file somebody edited since the last export is kept under another name', async () => {
    const folder = await papers();
    await draftOf(folder);
    const first = await exported(folder);
    const word = first.files.find(({ role }) => role === 'word')?.name ?? '';
    await writeFile(path.join(folder, '成品', word), 'edited by hand');
    await writeFile(path.join(folder, '成品', '我的笔记.txt'), 'note');
    await exported(folder);
    const names = await readdir(path.join(folder, '成品'));
    const kept = names.filter((name) => name.includes('此前的版本'));
    expect(kept).toHaveLength(1);
    expect(await readFile(path.join(folder, '成品', kept[0] ?? ''), 'utf8')).toBe('edited by hand');
    expect(names).toContain('我的笔记.txt');
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
    expect((await chengce(['verify', '成品'], { cwd: folder })).code).toBe(0);
  });

  it('an export that is interrupted leaves nothing behind', async () => {
    const folder = await papers();
    await draftOf(folder);
    const run = await chengce(['export', '我的 申报.chengce', '--out', '成品', '--json', ...CALLS], {
      cwd: folder,
      // The folder is there as soon as the work on the package has begun.
      onStart: (kill) => {
        const watch = setInterval(() => {
          if (!existsSync(path.join(folder, '成品'))) return;
          clearInterval(watch);
          kill('SIGINT');
        }, 20);
      },
    });
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ problem: { code: 'cancelled' } });
    expect((await readdir(folder)).sort()).toEqual(['我的 申报.chengce', '答案.json', '附件']);
  });

  it('exporting into a place that is a file says so', async () => {
    const folder = await papers();
    await draftOf(folder);
    await writeFile(path.join(folder, '成品'), 'a file');
    const run = await chengce(['export', '我的 申报.chengce', '--out', '成品', ...CALLS], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('请换一个位置');
    expect(await readFile(path.join(folder, '成品'), 'utf8')).toBe('a file');
  });
});

describe('files on their way in', () => {
  it('attach tells what each file is and takes the same bytes once', async () => {
    const folder = await papers();
    await draftOf(folder);
    await paperPdf(path.join(folder, '新的.pdf'), ['a', 'b', 'c']);
    const args = [
      'attach',
      '我的 申报.chengce',
      '新的.pdf',
      '没有.pdf',
      '--kind',
      'land',
      '--json',
      ...CALLS,
    ];
    const run = await chengce(args, { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({
      files: [
        { file: '新的.pdf', ok: true, kind: 'land', sniffedType: 'pdf', pages: 3, problems: [] },
        { file: '没有.pdf', ok: false, sha256: null },
      ],
    });
    const again = await chengce(
      ['attach', '我的 申报.chengce', '新的.pdf', '--kind', 'land', '--json', ...CALLS],
      {
        cwd: folder,
      },
    );
    expect(again.json()).toMatchObject({
      files: [{ ok: true, problems: [{ code: 'file-already-attached' }] }],
    });
  });

  it('a kind the call does not know is refused with what it might have been', async () => {
    const folder = await papers();
    await draftOf(folder);
    const run = await chengce(['attach', '我的 申报.chengce', '答案.json', '--kind', 'receipt', ...CALLS], {
      cwd: folder,
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('是否想写“receipts”？');
  });

  it('files in no known folder, and copies the folder lacks, are named', async () => {
    const folder = await papers();
    await paperPdf(path.join(folder, '附件', '别的', '合影.pdf'), ['x']);
    await paperPdf(path.join(folder, '附件', '散落.pdf'), ['x']);
    const answers = secondAnswers() as { invoices: { copies: string[] }[] };
    answers.invoices[0]?.copies.push('receipts/二.pdf');
    await writeFile(path.join(folder, '答案.json'), JSON.stringify(answers));
    const run = await chengce(
      ['new', '答案.json', '--out', 'a.chengce', '--attachments', '附件', '--json', ...CALLS],
      { cwd: folder },
    );
    expect(run.code).toBe(1);
    for (const name of ['别的', '散落.pdf', 'receipts/二.pdf']) expect(run.stderr).toContain(name);
  });

  it('an answers file with things the call has no place for is refused, each with its path', async () => {
    const folder = await papers();
    const answers = secondAnswers() as {
      answers: Record<string, unknown>;
      direction: Record<string, unknown>;
    };
    answers.answers['work.totel'] = 1;
    answers.answers['work.area'] = '三十亩';
    answers.direction.kindId = 'glas';
    await writeFile(path.join(folder, '答案.json'), JSON.stringify(answers));
    const run = await chengce(['new', '答案.json', '--out', 'a.chengce', '--json', ...CALLS], {
      cwd: folder,
    });
    expect(run.code).toBe(2);
    const { problem } = run.json() as { problem: { details: { path: string; message: string }[] } };
    expect(problem.details.map((detail) => detail.path).sort()).toEqual([
      'answers.work.area',
      'answers.work.totel',
      'direction.kindId',
    ]);
    expect(await readdir(folder)).not.toContain('a.chengce');
  });
});

describe('paths', () => {
  it('are those of the folder npm was called in', async () => {
    const folder = await papers();
    const env = { npm_lifecycle_event: 'chengce', INIT_CWD: folder };
    const run = await chengce(['check', '答案.json', '--json', ...CALLS], { env });
    expect(run.json()).toMatchObject({ call: { id: 'zj-agri-2031' } });
  });
});
