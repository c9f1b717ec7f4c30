import { rm } from 'node:fs/promises';
import type { Application } from '../../shared/entities/application.ts';
import { createDraft } from './createDraft.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { Workspace } from './pages/Workspace.ts';

/** The program with one draft open in it; `close` removes the draft too. */
export type OpenedWorkspace = { readonly program: RunningProgram; readonly work: Workspace };

/** Makes a draft of the first call with what `entered` says and opens it in the real program. */
export async function openWorkspace(
  entered: Omit<Partial<Application>, 'call'> = {},
): Promise<OpenedWorkspace> {
  const draft = await createDraft(entered);
  const launched = await launchProgram({ args: [draft.file] });
  const program: RunningProgram = {
    ...launched,
    close: async () => {
      await launched.close();
      await rm(draft.folder, { recursive: true, force: true });
    },
  };
  const work = new Workspace(program.page);
  await work.shown();
  return { program, work };
}
