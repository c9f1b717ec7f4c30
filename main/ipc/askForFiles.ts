import path from 'node:path';
import { dialog } from 'electron';
import { startFolder } from './draftDialogs.ts';
import type { MainContext } from './MainContext.ts';

const PAGES = ['pdf', 'ofd', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp'] as const;
/** Originals without pages: data of invoices, ledgers. */
const DATA = ['xml', 'xlsx', 'xls', 'csv'] as const;

/**
 * Asks for files, or for a folder; null when the user cancels.
 * @param label name of the kind they are for; null when they will be sorted
 */
export async function askForFiles(
  context: MainContext,
  label: string | null,
  folder: boolean,
): Promise<readonly string[] | null> {
  const options: Electron.OpenDialogOptions = {
    title: label === null ? '添加附件' : `添加附件：${label}`,
    buttonLabel: '添加',
    defaultPath: startFolder(context),
    properties: folder ? ['openDirectory', 'multiSelections'] : ['openFile', 'multiSelections'],
    ...(folder
      ? {}
      : {
          filters: [
            { name: '发票与附件', extensions: [...PAGES, ...DATA, 'zip'] },
            { name: 'PDF、OFD 与图片', extensions: [...PAGES] },
            { name: '所有文件', extensions: ['*'] },
          ],
        }),
  };
  const parent = context.window();
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  const [first] = filePaths;
  if (canceled || first === undefined) return null;
  context.lastFolder.write(folder ? first : path.dirname(first));
  return filePaths;
}
