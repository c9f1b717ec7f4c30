import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import { declareAppScheme, serveAppScheme } from './appScheme.ts';
import { assetsFolder } from './assetsFolder.ts';
import { appInfo } from './ipc/appInfo.ts';
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
  serveAppScheme(pages, path.join(import.meta.dirname, '..', 'renderer'), assetsFolder('fonts'));
  register({ 'app:info': appInfo }, isOwnFrame, (channel, error) => console.error(channel, error));
  Menu.setApplicationMenu(programMenu());
  await openWindow(pages);
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
