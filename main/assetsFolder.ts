import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of calls, page templates and fonts, with a sub-folder's name appended when given.
 * In source and in a build it is the first `assets` upwards from this file that holds calls; in an installed
 * package it lies beside the archive (resources/assets), because native code cannot read inside one.
 * @throws when the installation is broken
 */
export function assetsFolder(...inside: readonly string[]): string {
  const packaged = Reflect.get(process, 'resourcesPath');
  const starts = [import.meta.dirname, ...(typeof packaged === 'string' ? [packaged] : [])];
  for (const start of starts) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const assets = path.join(folder, 'assets');
      if (existsSync(path.join(assets, 'calls'))) return path.join(assets, ...inside);
      if (path.dirname(folder) === folder) break;
    }
  }
  throw new Error('安装不完整：找不到 assets 文件夹，请重新安装。');
}
