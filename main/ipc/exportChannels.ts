import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, dialog, type OpenDialogOptions, shell } from 'electron';
import type { ReplyProblem } from '../../shared/contract/Reply.ts';
import type { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { earlierPackage } from '../bundle/export/earlierPackage.ts';
import { readableFolder } from '../session/openDrafts.ts';
import { exportDraft } from '../tasks/exportDraft.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

type Names = 'export:chooseFolder' | 'export:start' | 'export:cancel' | 'export:reveal' | 'export:openFile';

type Run = { readonly cancel: AbortController; readonly done: Promise<unknown> };
type Made = { readonly folder: string; readonly files: PackageManifest['files'] };

const refusal = (code: string, message: string): { readonly ok: false; readonly problem: ReplyProblem } => ({
  ok: false,
  problem: { code, message },
});
const NOTHING_MADE = refusal('nothing-exported', '还没有导出过，请先导出。');

/**
 * 导出. The window never sees a path it could send back: a folder is chosen in a dialog and named by a token, and
 * only files made here are shown or opened. One export at a time; the program does not end before one that is
 * cancelled has cleared its files away.
 */
export function exportChannels({ drafts, registerWatch, window, emit }: MainContext): HandlersFor<Names> {
  const folders = new Map<string, string>();
  let run: Run | null = null;
  let made: Made | null = null;

  app.on('will-quit', (event) => {
    if (run === null) return;
    event.preventDefault();
    run.cancel.abort();
    void run.done.catch(() => undefined).then(() => app.quit());
  });

  return {
    'export:chooseFolder': async ({ session }) => {
      const found = drafts.find(session);
      if (!found.ok) return found;
      const options: OpenDialogOptions = {
        title: '选择导出到哪个文件夹',
        buttonLabel: '导出到这里',
        defaultPath: path.dirname(found.value.draft.path),
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      };
      const parent = window();
      const { canceled, filePaths } =
        parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      const [folder] = filePaths;
      if (canceled || folder === undefined) return { ok: true, value: null };
      const token = randomUUID();
      folders.clear();
      folders.set(token, folder);
      const earlier = await earlierPackage(folder).catch(() => null);
      return { ok: true, value: { token, folder: shown(folder), holdsPackage: earlier !== null } };
    },

    'export:start': async ({ session, token }) => {
      const found = drafts.find(session);
      if (!found.ok) return found;
      const folder = folders.get(token);
      if (folder === undefined) return refusal('folder-unknown', '请重新选择导出到哪个文件夹。');
      if (run !== null) return refusal('export-running', '正在导出，请等它完成或先取消。');
      const { draft, call, application, losses, signal } = found.value;
      const cancel = new AbortController();
      const done = registerWatch.elsewhere(found.value).then((elsewhere) =>
        exportDraft(draft, call, application, folder, {
          losses,
          surroundings: { elsewhere },
          signal: AbortSignal.any([cancel.signal, signal]),
          onProgress: (progress) => emit('export:progress', progress),
        }),
      );
      run = { cancel, done };
      try {
        const outcome = await done;
        if (!outcome.ok) return outcome;
        const { manifest, kept } = outcome;
        made = { folder, files: manifest.files };
        return { ok: true, value: { manifest, kept: [...kept], folder: shown(folder) } };
      } finally {
        run = null;
      }
    },

    'export:cancel': async () => {
      run?.cancel.abort();
      return { ok: true, value: {} };
    },

    'export:reveal': () => {
      if (made === null) return NOTHING_MADE;
      const [first] = made.files;
      if (first === undefined) return NOTHING_MADE;
      shell.showItemInFolder(path.join(made.folder, first.name));
      return { ok: true, value: {} };
    },

    'export:openFile': async ({ role }) => {
      const file = made?.files.find((one) => one.role === role);
      if (made === null || file === undefined) return NOTHING_MADE;
      const failed = await shell.openPath(path.join(made.folder, file.name));
      if (failed === '') return { ok: true, value: {} };
      return refusal(
        'not-opened',
        `没能打开“${file.name}”：它可能已被移走，或这台电脑没有能打开它的程序。可以点“打开文件夹”查看。`,
      );
    },
  };
}

/** A folder as a person reads it. */
function shown(folder: string): string {
  return readableFolder(path.join(folder, 'file'));
}
