import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export { type Launcher, prepareLauncher } from '../../scripts/setup/prepareLauncher.ts';

/** The smallest Electron program there is: one window with one button. Returns its folder, to be removed. */
export async function makeBareProgram(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chengce-bare-'));
  await writeFile(path.join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.cjs"}');
  const source = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 720, webPreferences: { sandbox: true } });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;
  await writeFile(path.join(folder, 'main.cjs'), source);
  const page = '<!doctype html><meta charset="utf-8"><title>bare</title><button>开始</button><input>';
  await writeFile(path.join(folder, 'index.html'), page);
  return folder;
}
