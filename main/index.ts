import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import { declareAppScheme, serveAppScheme } from './appScheme.ts';
import { assetsFolder } from './assetsFolder.ts';
import { allHandlers } from './ipc/allHandlers.ts';
import { createContext } from './ipc/createContext.ts';
import { pagePictures } from './ipc/pagePictures.ts';
import { register } from './ipc/register.ts';
import { isOwnFrame, lockContents, lockSession, switchNetworkOff } from './lockDown.ts';
import { programMenu } from './menu.ts';
import { openWindow } from './window.ts';

// Boot, from top to bottom. Before Electron is ready: what cannot be changed later.
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', path.resolve(dataFolder));
declareAppScheme();
switchNetworkOff();
lockContents();
// Root, as in a container, has to start with --no-sandbox; then Chromium refuses to be told otherwise.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

// One program per user: a second start only brings the first to the front.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', bringToFront);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(boot).catch(giveUp);
} else {
  app.quit();
}

async function boot(): Promise<void> {
  // A session in memory: the window leaves no cache, no cookies and no history on the disk.
  const pages = session.fromPartition('window');
  lockSession(pages);
  lockSession(session.defaultSession);
  const context = createContext(app.getPath('userData'));
  const rendererFolder = path.join(import.meta.dirname, '..', 'renderer');
  serveAppScheme(pages, rendererFolder, assetsFolder('fonts'), pagePictures(context));
  register(allHandlers(context), isOwnFrame, (channel, error) => console.error(channel, error));
  Menu.setApplicationMenu(programMenu());
  const window = await openWindow(pages);
  context.closing.watch(window);
}

function bringToFront(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function giveUp(error: unknown): void {
  console.error(error);
  const said = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('成册未能启动', `${said}\n\n请重新安装；如仍出现，请把这段文字发给技术支持。`);
  app.exit(1);
}
