import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assetsFolder } from '../../main/assetsFolder.ts';
import type { ExportInput } from '../../main/bundle/export/exportInput.ts';
import { exportPackage } from '../../main/bundle/export/exportPackage.ts';
import { findCall, loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { Answers, applicationOf } from '../../shared/entities/answers.ts';
import { SECOND_CALLS, secondAnswers } from '../cli/secondAnswers.ts';

async function workFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), '导出 测试-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A PDF whose every page takes the proof a while to read. */
async function longPdf(file: string, pages: number): Promise<void> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([595, 842]);
    for (let line = 0; line < 60; line += 1)
      sheet.drawText(`page ${page}, line ${line} of a long agreement`, {
        x: 80,
        y: 780 - line * 12,
        size: 8,
        font,
      });
  }
  await writeFile(file, await document.save());
}

async function inputFor(folder: string, work: string, pages: number): Promise<ExportInput> {
  const found = findCall('zj-agri-2031', 3, loadKnownCalls(SECOND_CALLS));
  if (!found.ok) throw new Error(found.problem.message);
  const file = path.join(work, '土地证.pdf');
  await longPdf(file, pages);
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const application = {
    ...applicationOf(Answers.parse(secondAnswers())),
    attachments: [
      {
        id: 'land-1',
        kind: 'land',
        name: '土地证.pdf',
        title: '',
        sha256,
        bytes: bytes.length,
        sniffedType: 'pdf' as const,
        pages,
        encrypted: false,
        blankPages: [],
        dpi: null,
        colourPages: 0,
        problems: [],
        order: 0,
        rotate: 0 as const,
        omitPages: [],
      },
    ],
  };
  return {
    call: found.call,
    application,
    report: evaluate(found.call, application),
    knownReasons: [],
    files: new Map([[sha256, file]]),
    folder,
    fontsDir: assetsFolder('fonts'),
    now: new Date('2031-03-01T08:00:00Z'),
  };
}

describe('an export that does not come to its end', () => {
  it('removes every folder it made, and no other', async () => {
    const work = await workFolder();
    await mkdir(path.join(work, '在先'));
    const cancel = new AbortController();
    const input = await inputFor(path.join(work, '在先', '一', '二', '三'), work, 1);
    const outcome = await exportPackage({
      ...input,
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect((await readdir(work)).sort()).toEqual(['在先', '土地证.pdf'].sort());
    expect(await readdir(path.join(work, '在先'))).toEqual([]);
  });

  it('keeps the folders in which it finds something when it ends', async () => {
    const work = await workFolder();
    const cancel = new AbortController();
    const input = await inputFor(path.join(work, '一', '二'), work, 1);
    await exportPackage({
      ...input,
      signal: cancel.signal,
      onProgress: async () => {
        if (cancel.signal.aborted) return;
        cancel.abort();
        await writeFile(path.join(work, '一', '别人的.txt'), 'mine');
      },
    });
    expect(await readdir(path.join(work, '一'))).toEqual(['别人的.txt']);
  });

  it('stops while the written files are proved, and leaves nothing', async () => {
    const work = await workFolder();
    const folder = path.join(work, '成品');
    const input = await inputFor(folder, work, 200);
    const isReading = (message: string) => /^正在重新读取.*（1\/\d+）$/.test(message);
    const since: Partial<Record<string, number>> = {};
    const whole = await exportPackage({
      ...input,
      onProgress: ({ stage, message }) => {
        if (isReading(message)) since.reading ??= performance.now();
        since[stage] ??= performance.now();
      },
    });
    expect(whole.ok).toBe(true);
    const before = await readdir(folder);
    const readingMs = (since.sheet ?? 0) - (since.reading ?? 0);

    const cancel = new AbortController();
    let cancelledAt = 0;
    const outcome = await exportPackage({
      ...input,
      signal: cancel.signal,
      onProgress: ({ message }) => {
        if (!isReading(message) || cancel.signal.aborted) return;
        cancelledAt = performance.now();
        cancel.abort();
      },
    });
    const tookMs = performance.now() - cancelledAt;
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect((await readdir(folder)).sort()).toEqual(before.sort());
    expect(tookMs).toBeLessThan(readingMs / 2);
  });
}, 60_000);
