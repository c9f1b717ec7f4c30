import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StatedFields } from '../fixtures/evidence/invoiceTruth.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { chengce } from './chengce.ts';

/** A draft of the first call in which nothing is filled in. */
export async function emptyDraft(folder: string): Promise<void> {
  const answers = { call: { id: 'cq-iiot-2020-1', revision: 1 }, answers: {} };
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(answers));
  const run = await chengce(['new', '答案.json', '--out', '草稿.chengce'], { cwd: folder });
  if (run.code !== 0) throw new Error(run.stderr);
}

export interface MadeInvoice {
  readonly path: string;
  readonly fields: StatedFields;
}

/** Made-up XML and OFD invoices below `folder/发票`. */
export async function madeInvoices(folder: string, perKind: number): Promise<readonly MadeInvoice[]> {
  const target = path.join(folder, '发票');
  await mkdir(target, { recursive: true });
  const files = await makeCorpus(target, { perKind: { xml: perKind, ofd: perKind } });
  return files.map((file) => ({ path: file.path, fields: file.invoices[0]?.fields ?? {} }));
}

interface Shown {
  readonly application: {
    readonly invoices: readonly {
      readonly number: string;
      readonly totalFen: number | null;
      readonly copies: readonly string[];
    }[];
    readonly readings: readonly unknown[];
    readonly ledger: readonly { readonly name: string; readonly rows: readonly unknown[] }[];
  };
  readonly attachments: readonly {
    readonly kind: string;
    readonly name: string;
    readonly pages: number | null;
  }[];
}

export async function shown(folder: string): Promise<Shown> {
  const run = await chengce(['show', '草稿.chengce', '--json'], { cwd: folder });
  return run.json() as unknown as Shown;
}
