import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { safeName } from '../bundle/export/safeName.ts';
import type { MainContext } from './MainContext.ts';

const ENDING = '.chengce';
const filters = [{ name: '成册草稿', extensions: [ENDING.slice(1)] }];
/** File systems take 255 bytes: 60 Chinese characters leave room for the ending and for names made beside it. */
const MOST_CHARACTERS = 60;

/** Asks which draft to open; null when the user cancels. */
export async function askForDraft(context: MainContext): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: '打开草稿',
    defaultPath: startFolder(context),
    filters,
    properties: ['openFile'],
  };
  const parent = context.window();
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  const [file] = filePaths;
  if (canceled || file === undefined) return null;
  context.lastFolder.write(path.dirname(file));
  return file;
}

/** Asks for the name of a new draft; null when the user cancels. @param about what it is to be called after */
export async function askForNewName(context: MainContext, about: string): Promise<string | null> {
  const name = [...safeName(about)].slice(0, MOST_CHARACTERS).join('').trim() || '申报草稿';
  return askName(context, '新建草稿', freePath(startFolder(context), name));
}

/** Asks for the name of a copy of the draft at `file`; null when the user cancels. */
export async function askWhereToSave(context: MainContext, file: string): Promise<string | null> {
  const name = `${path.basename(file, path.extname(file))} 副本`;
  return askName(context, '另存为', freePath(path.dirname(file), name));
}

async function askName(context: MainContext, title: string, defaultPath: string): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title,
    defaultPath,
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const parent: BrowserWindow | null = context.window();
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  if (canceled || filePath === '') return null;
  context.lastFolder.write(path.dirname(filePath));
  return filePath.toLowerCase().endsWith(ENDING) ? filePath : `${filePath}${ENDING}`;
}

/** Folder a dialog begins in: the last one used that is still there, else the documents. */
export function startFolder({ lastFolder }: MainContext): string {
  const last = lastFolder.read();
  if (last !== '' && existsSync(last)) return last;
  try {
    return app.getPath('documents');
  } catch {
    return os.homedir();
  }
}

/** A name that nothing bears yet, since nothing is ever overwritten: `X.chengce`, `X 2.chengce` … */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, `${name}${number === 1 ? '' : ` ${number}`}${ENDING}`);
    if (!existsSync(file)) return file;
  }
}
