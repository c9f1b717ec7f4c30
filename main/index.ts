import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, powerMonitor, session } from 'electron';
import { appOrigin, declareAppScheme, serveAppScheme } from './appScheme.ts';
import { assetsFolder } from './assetsFolder.ts';
import { allHandlers } from './ipc/allHandlers.ts';
import { createContext } from './ipc/createContext.ts';
import type { MainContext } from './ipc/MainContext.ts';
import { pagePictures } from './ipc/pagePictures.ts';
import { register } from './ipc/register.ts';
import { isOwnFrame, lockContents, lockSession, switchNetworkOff } from './lockDown.ts';
import { programMenu } from './menu.ts';
import { draftInArguments } from './session/openRequests.ts';
import { restartPage } from './session/pageRestart.ts';
import { createWindow, loadPage } from './window.ts';

const SETTLE_AFTER_MS = 1500;

// Boot, from top to bottom. Before Electron is ready: what cannot be changed later.
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', path.resolve(dataFolder));
declareAppScheme();
switchNetworkOff();
lockContents();
// Root, as in a container, has to start with --no-sandbox; then Chromium refuses to be told otherwise.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

// One program per user: a second start hands over what it was to open, and brings the first to the front.
if (app.requestSingleInstanceLock()) {
  const context = createContext(app.getPath('userData'), () => refreshFrame(context));
  const asked = draftInArguments(process.argv.slice(1), process.cwd());
  if (asked !== null) context.requests.put(asked);
  app.on('second-instance', (_event, args, from) => {
    const file = draftInArguments(args, from);
    if (file !== null) context.requests.put(file);
    bringToFront();
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    context.requests.put(file);
    bringToFront();
  });
  app.on('window-all-closed', () => app.quit());
  // Asked to end by the system: as if the user had closed the window, so that everything is saved.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app
    .whenReady()
    .then(() => boot(context))
    .catch(giveUp);
} else {
  app.quit();
}

async function boot(context: MainContext): Promise<void> {
  nativeTheme.themeSource = context.preferences.read().theme;
  // A session in memory: the window leaves no cache, no cookies and no history on the disk.
  const pages = session.fromPartition('window');
  lockSession(pages);
  lockSession(session.defaultSession);
  const renderer = path.join(import.meta.dirname, '..', 'renderer');
  serveAppScheme(pages, renderer, assetsFolder('fonts'), pagePictures(context));
  register(allHandlers(context), isOwnFrame, (channel, error) => console.error(channel, error));
  Menu.setApplicationMenu(programMenu(context));
  const window = createWindow(pages, context.windowState);
  context.closing.watch(window);
  restartPage(window, context.drafts, context.requests, {
    isOwn: (url) => url.startsWith(`${appOrigin}/`),
    load: () => loadPage(window),
  });
  // Whoever turns away may copy the file next; what the page still has to save it saves at the same moment.
  window.on('blur', () => setTimeout(context.drafts.settle, SETTLE_AFTER_MS));
  // The system ends the session and waits for nobody.
  window.on('query-session-end', () => context.emit('window:closing', {}));
  window.on('session-end', () => context.drafts.close());
  powerMonitor.on('shutdown', () => app.quit());
  await loadPage(window);
}

/** The title names the open draft; items of the menu that need one are grey without. */
function refreshFrame(context: MainContext): void {
  const file = context.drafts.current()?.draft.path;
  context.window()?.setTitle(file === undefined ? '成册' : `${path.basename(file)} — 成册`);
  Menu.setApplicationMenu(programMenu(context));
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
