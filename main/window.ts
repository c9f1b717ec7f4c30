import path from 'node:path';
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { appOrigin } from './appScheme.ts';
import { assetsFolder } from './assetsFolder.ts';

/** The colour behind the page before it is painted: --paper of renderer/ui/tokens.css. */
const paper = { light: '#f7f6f2', dark: '#1b1d20' } as const;

/**
 * Opens the program's window: sandboxed, isolated, without Node, shown only once it is painted. It fits a
 * screen of 1366 × 768, the smallest this product is made for.
 */
export async function openWindow(session: Session): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    title: '成册',
    width: 1280,
    height: 720,
    minWidth: 960,
    minHeight: 600,
    show: false,
    icon: assetsFolder('icons', 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      session,
      preload: path.join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${appOrigin}/`);
  return window;
}
