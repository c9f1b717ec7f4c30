import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from 'playwright';
import { afterEach, beforeEach, expect } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { makeDraft } from '../../main/tasks/makeDraft.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { sectionOf } from '../../shared/calls/sectionOf.ts';
import { Application } from '../../shared/entities/application.ts';
import { mustOpen } from '../store/mustOpen.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { FieldsPage } from './pages/FieldsPage.ts';

const call = theCall();
/** A text every call has a field for. */
const field = call.roles.projectName;

function theCall(): Call {
  const newest = newestCall(knownCalls());
  if (newest === null) throw new Error('there is no call');
  return newest;
}

/** One folder a test, with drafts and the program's data in it; programs started are ended with the test. */
export type Desk = {
  readonly folder: () => string;
  /** Starts the program on the data of this desk. */
  readonly start: (...args: readonly string[]) => Promise<RunningProgram>;
  /** An empty draft on the desk (absolute path). */
  readonly draftFile: (name: string) => Promise<string>;
  /** Goes to the section with the project's name and types into it, key by key. */
  readonly typeName: (program: RunningProgram, words: string) => Promise<void>;
  /** The project's name as the file has it. */
  readonly storedName: (file: string) => unknown;
};

/** To be called outside the tests of a file. */
export function prepareDesk(): Desk {
  let folder = '';
  let program: RunningProgram | null = null;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), '成册 一生-'));
  });
  afterEach(async () => {
    await program?.close().catch(() => undefined);
    program = null;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder: () => folder,
    start: async (...args) => {
      program = await launchProgram({ dataFolder: path.join(folder, 'data'), args });
      // Asking main while it still starts, Playwright may lose the answer (its promise is garbage collected).
      await program.page.locator('h1, nav').first().waitFor();
      return program;
    },
    draftFile: async (name) => {
      const file = path.join(folder, name);
      const application = Application.parse({ call: { id: call.id, revision: call.revision } });
      const made = await makeDraft(call, application, file, null);
      if (!made.ok) throw new Error(made.problem.message);
      return file;
    },
    typeName: async ({ page }, words) => {
      const fields = new FieldsPage(page);
      await fields.goTo(call.sections.find(({ id }) => id === sectionOf(call, field))?.title ?? '');
      await fields.input(field).pressSequentially(words);
    },
    storedName: (file) => {
      const { draft, notices } = mustOpen(file);
      expect(notices).toEqual([]);
      const { answers } = loadApplication(draft);
      closeDraft(draft);
      return answers[field];
    },
  };
}

/** Title in the frame of the program's window. */
export function frameTitle(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? 'no window');
}
