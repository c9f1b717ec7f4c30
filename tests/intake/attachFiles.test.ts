import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectFile } from '../../main/intake/inspectFiles.ts';
import { attachments } from '../../main/store/attachments.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { attachFiles } from '../../main/tasks/attachFiles.ts';
import { createTaker } from '../../main/tasks/createTaker.ts';
import { gatherFiles } from '../../main/tasks/gatherFiles.ts';
import { generalKind, kindOfPath } from '../../main/tasks/kindOfPath.ts';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { markedPdf } from '../bundle/assemble/nastyPdfs.ts';
import { must } from '../store/must.ts';
import { sampleApplication, sampleInvoices } from '../store/sampleApplication.ts';
import { testFolder } from '../store/testFolder.ts';

const call = (() => {
  const newest = newestCall(knownCalls());
  if (newest === null) throw new Error('there is no call');
  return newest;
})();
const copies = call.attachments.find(({ rowsOf }) => rowsOf === 'invoices');
const named = call.attachments.find(({ folders }) => folders.length > 1);

describe('what is handed over', () => {
  it('is walked below its folders, in order of name, without litter, links and drafts', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, '材料', '深处'), { recursive: true });
    for (const name of ['10.pdf', '2.pdf', '.DS_Store', '别的.chengce', '深处/1.pdf'])
      writeFileSync(join(folder, '材料', name), 'x');
    writeFileSync(join(folder, '外面.pdf'), 'x');
    symlinkSync(join(folder, '外面.pdf'), join(folder, '材料', '链接.pdf'));
    symlinkSync(folder, join(folder, '材料', '圈'));
    const { files, refused } = await gatherFiles([
      join(folder, '材料'),
      join(folder, '没有.pdf'),
      '相对.pdf',
    ]);
    expect(files.map(({ ref }) => ref)).toEqual(['材料/2.pdf', '材料/10.pdf', '材料/深处/1.pdf']);
    expect(Object.fromEntries(refused.map(({ name, problems }) => [name, problems[0]?.code]))).toEqual({
      '材料/别的.chengce': 'file-is-draft',
      '材料/链接.pdf': 'file-is-link',
      '材料/圈': 'file-is-link',
      '没有.pdf': 'file-missing',
      '相对.pdf': 'file-missing',
    });
  });

  it('ends at folders too deep and at more files than anybody hands in', async () => {
    const folder = testFolder();
    const deep = join(folder, ...Array.from({ length: 14 }, () => '层'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'a.pdf'), 'x');
    const found = await gatherFiles([join(folder, '层')]);
    expect(found.files).toEqual([]);
    expect(found.refused[0]?.problems[0]?.code).toBe('folder-too-deep');
  });
});

describe('the kind of a file', () => {
  const kindOf = kindOfPath(call, sampleInvoices(3));

  it('is told by its innermost folder, by an invoice number, or by its name', () => {
    expect(kindOf(`证照/${named?.label}/正本.pdf`)).toBe(named?.id);
    expect(kindOf(`${named?.folders.at(-1)}/扫描/1.pdf`)).toBe(named?.id);
    expect(kindOf(`来自会计/${sampleInvoices(1)[0]?.number}.pdf`)).toBe(copies?.id);
    expect(kindOf(`${named?.label}（盖章）.pdf`)).toBe(named?.id);
    expect(kindOf('IMG_0042.jpg')).toBeNull();
  });

  it('is otherwise the most general one of the call, whatever it is called', () => {
    const general = call.attachments.find(({ id }) => id === generalKind(call));
    expect(general).toMatchObject({ bound: true, required: false, multiple: true });
    expect(general?.rowsOf).toBeUndefined();
    expect(generalKind({ attachments: [] })).toBeNull();
  });
});

describe('files taken into a draft', () => {
  function desk() {
    const folder = testFolder();
    const draft = must(createDraft(join(folder, '草稿.chengce'), sampleApplication(1)));
    onTestFinished(() => closeDraft(draft));
    const attach = (paths: readonly string[], kind: string | null, signal = new AbortController().signal) =>
      attachFiles({
        draft,
        call,
        application: loadApplication(draft),
        paths,
        kind,
        signal,
        onProgress: () => {},
      });
    return { folder, draft, attach };
  }

  it('are told as added, already there or refused, and never get an id that was used', async () => {
    const { folder, draft, attach } = desk();
    const pdf = await markedPdf(folder, `${named?.label}.pdf`, 2);
    const first = await attach([pdf, join(folder, '草稿.chengce')], null);
    if (!first.ok) throw new Error(first.problem.code);
    const [row] = first.report.added;
    expect(row).toMatchObject({ kind: named?.id, pages: 2, order: 0 });
    expect(first.report.refused).toHaveLength(1);
    expect(first.report.savedAt).not.toBeNull();
    const again = await attach([pdf], null);
    expect(again).toMatchObject({
      ok: true,
      report: { added: [], already: [{ id: row?.id }], savedAt: null },
    });
    must(attachments.remove(draft, [row?.id ?? '']));
    const anew = await attach([pdf], named?.id ?? null);
    if (!anew.ok) throw new Error(anew.problem.code);
    expect(anew.report.added[0]?.id).not.toBe(row?.id);
  });

  it('leave nothing when it is cancelled, and nothing goes under a kind the call does not know', async () => {
    const { folder, draft, attach } = desk();
    const pdf = await markedPdf(folder, '一.pdf', 1);
    expect(await attach([pdf], null, AbortSignal.abort())).toMatchObject({
      ok: false,
      problem: { code: 'cancelled' },
    });
    expect(await attach([pdf], 'nobody-knows')).toMatchObject({
      ok: false,
      problem: { code: 'kind-unknown' },
    });
    expect(attachments.all(draft)).toEqual([]);
  });
});

describe('a file that changes while it is being taken in', () => {
  it('stays outside, since what was read is not what would be kept', async () => {
    const folder = testFolder();
    const draft = must(createDraft(join(folder, 'd.chengce'), sampleApplication()));
    onTestFinished(() => closeDraft(draft));
    const path = await markedPdf(folder, '同步中.pdf', 1, [595.28, 841.89]);
    const inspection = await inspectFile(path);
    expect(inspection.ok).toBe(true);
    writeFileSync(path, 'something else by now');
    const taker = createTaker(draft, {});
    const taken = await taker.take({ path, kind: copies?.id ?? '', ref: '同步中.pdf' }, inspection, null);
    expect(taken).toMatchObject({
      ok: false,
      id: null,
      problems: [{ code: 'file-changed', severity: 'error' }],
    });
    expect(taker.rows).toEqual([]);
  });
});
