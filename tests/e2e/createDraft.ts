import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import { Application } from '../../shared/entities/application.ts';

/** A draft of the first call on the disk, and the folder of its own it lies in. */
export type CreatedDraft = { readonly file: string; readonly folder: string };

/** Makes a draft of the first call with what `entered` says, in a path with Chinese and a space. */
export async function createDraft(
  entered: Omit<Partial<Application>, 'call'> = {},
  name = '申报 草稿',
): Promise<CreatedDraft> {
  const folder = await mkdtemp(path.join(os.tmpdir(), '成册 草稿-'));
  const file = path.join(folder, `${name}.chengce`);
  const [call] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
  if (call === undefined) throw new Error('the first call is gone');
  const application = Application.parse({ ...entered, call: { id: call.id, revision: call.revision } });
  const made = await makeDraft(call, application, file, null);
  if (!made.ok) throw new Error(made.problem.message);
  return { file, folder };
}
