import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../main/intake/inspectFiles.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { markedPdf, writeBytes } from '../bundle/assemble/nastyPdfs.ts';
import { baseApplication, file } from '../calls/golden/baseApplication.ts';
import { firstCall } from '../calls/golden/firstCall.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'chengce-checked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = firstCall();
const KIND = 'license';

/** What the checks say of the files, when the licence is the file at `path` as the intake sees it. */
async function saidOf(path: string): Promise<readonly string[]> {
  const base = baseApplication(call, '5G+工业互联网应用');
  const { ok: _ok, path: _path, pageSizesMm: _sizes, sha256, ...facts } = await inspectFile(path);
  const licence = { ...file(KIND), ...facts, sha256 };
  const attachments = base.attachments.map((one) => (one.kind === KIND ? licence : one));
  const { findings } = evaluate(call, { ...base, attachments });
  return findings
    .filter(({ id, outcome }) => id === 'H11' && outcome !== 'met')
    .map(({ message }) => message);
}

async function lockedPdf(name: string, openPassword: string): Promise<string> {
  const plain = await markedPdf(folder, 'to be locked.pdf', 2);
  const path = join(folder, name);
  execFileSync('qpdf', ['--encrypt', openPassword, 'owner', '256', '--modify=none', '--', plain, path]);
  return path;
}

describe('what the checks make of an inspected file', () => {
  it('a PDF that only forbids editing opens without a password, so it is in order', async () => {
    expect(await saidOf(await lockedPdf('restricted.pdf', ''))).toEqual([]);
  });

  it('a PDF that asks for a password to open is not', async () => {
    const [said = '', ...others] = await saidOf(await lockedPdf('locked.pdf', 'secret'));
    expect(said).toContain('打开密码');
    expect(others).toEqual([]);
  });

  it('an OFD with pages is in order, one without anything in it is damaged', async () => {
    const [made] = await makeCorpus(folder, { perKind: { ofd: 1 } });
    if (made === undefined) throw new Error('no OFD was made');
    expect(await saidOf(made.path)).toEqual([]);
    const hollow = zipSync({ 'OFD.xml': new TextEncoder().encode('<x/>') });
    const [said = '', ...others] = await saidOf(writeBytes(folder, 'invoice.ofd', hollow));
    expect(said).toContain('已损坏');
    expect(others).toEqual([]);
  });
});
