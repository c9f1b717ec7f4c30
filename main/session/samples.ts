import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Sample } from '../../shared/contract/AppInfo.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { assetsFolder } from '../assetsFolder.ts';
import type { KnownCalls } from '../tasks/knownCalls.ts';
import { makeDraft } from '../tasks/makeDraft.ts';
import { readAnswers } from '../tasks/readAnswers.ts';
import { told } from './openDrafts.ts';

/** The sample applications that come with the program, to explore. */
export type Samples = {
  readonly list: () => Promise<readonly Sample[]>;
  /** The copy of a sample as a draft (absolute path), made when it is not there yet: it may be changed at will. */
  readonly copy: (id: string) => Promise<Reply<string>>;
};

/** @param folder absolute path where the copies lie */
export function createSamples(
  folder: string,
  calls: () => KnownCalls,
  source: string = assetsFolder('samples'),
): Samples {
  let listed: Promise<readonly Sample[]> | null = null;
  const making = new Map<string, Promise<Reply<string>>>();
  const list = (): Promise<readonly Sample[]> => {
    listed ??= listSamples(source, calls());
    return listed;
  };
  return {
    list,
    copy: (id) => {
      // Asked twice at once, a copy is made once.
      const under = making.get(id) ?? makeCopy(id).finally(() => making.delete(id));
      making.set(id, under);
      return under;
    },
  };

  async function makeCopy(id: string): Promise<Reply<string>> {
    const known = (await list()).some((sample) => sample.id === id);
    if (!known) return told({ code: 'sample-unknown', message: '没有这个示例' });
    const target = path.join(folder, `示例-${id}.chengce`);
    if (existsSync(target)) return { ok: true, value: target };
    mkdirSync(folder, { recursive: true });
    const answers = await readAnswers(path.join(source, id, 'answers.json'), calls());
    if (!answers.ok) return told(answers.problem);
    const files = path.join(source, id, 'attachments');
    const made = await makeDraft(answers.call, answers.application, target, existsSync(files) ? files : null);
    return made.ok ? { ok: true, value: target } : told(made.problem);
  }
}

/** Folders with an answers file whose call is known; named by their project. */
async function listSamples(source: string, calls: KnownCalls): Promise<readonly Sample[]> {
  if (!existsSync(source)) return [];
  const samples: Sample[] = [];
  for (const id of readdirSync(source).sort()) {
    const file = path.join(source, id, 'answers.json');
    const answers = existsSync(file) ? await readAnswers(file, calls) : null;
    if (answers === null || !answers.ok) continue;
    const name = answers.application.answers[answers.call.roles.projectName];
    samples.push({ id, title: typeof name === 'string' && name !== '' ? name : id });
  }
  return samples;
}
