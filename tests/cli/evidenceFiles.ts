import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { Application } from '../../shared/entities/application.ts';
import type { StatedFields } from '../fixtures/evidence/invoiceTruth.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { must } from '../store/must.ts';
import { mustOpen } from '../store/mustOpen.ts';

const NAME = '草稿.chengce';

/** A draft of the first call in which nothing is filled in. */
export function emptyDraft(folder: string): void {
  const application = Application.parse({ call: { id: 'cq-iiot-2020-1', revision: 1 } });
  closeDraft(must(createDraft(path.join(folder, NAME), application)));
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

/** What the draft holds; opened here, since every process takes its time. */
export function held(folder: string): Application {
  const { draft } = mustOpen(path.join(folder, NAME));
  const application = loadApplication(draft);
  closeDraft(draft);
  return application;
}
