import path from 'node:path';
import { BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { appOrigin } from './appScheme.ts';
import { assetsFolder } from './assetsFolder.ts';
import type { Kept } from './session/shelf.ts';
import { nextZoom, placeWindow, type WindowState } from './session/windowState.ts';

/** The colour behind the page before it is painted: --paper of renderer/ui/tokens.css. */
const paper = { light: '#f7f6f2', dark: '#1b1d20' } as const;

/**
 * Opens the program's window where it stood last: sandboxed, isolated, without Node, shown only once it is painted.
 * At 125 % a screen of 1366 × 768 has 1092 × 614 places, so that is about the least it can shrink to.
 */
export function createWindow(session: Session, kept: Kept<WindowState>): BrowserWindow {
  const { bounds, maximised, zoom } = kept.read();
  const screens = [
    screen.getPrimaryDisplay(),
    ...screen.getAllDisplays().filter(({ id }) => id !== screen.getPrimaryDisplay().id),
  ];
  const window = new BrowserWindow({
    title: '成册',
    ...placeWindow(
      bounds,
      screens.map(({ workArea }) => workArea),
    ),
    minWidth: 800,
    minHeight: 480,
    show: false,
    icon: assetsFolder('icons', 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      session,
      preload: path.join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      zoomFactor: zoom,
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
  if (maximised) window.maximize();
  keepState(window, kept);
  // The page's own title never stands in the frame: it is named after the draft.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('zoom-changed', (_event, direction) => zoomWindow(window, kept, direction));
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the page into the window. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${appOrigin}/`);
}

/** Makes everything in the window larger or smaller, or as large as it is; kept for the next start. */
export function zoomWindow(
  window: BrowserWindow,
  kept: Kept<WindowState>,
  how: 'in' | 'out' | 'reset',
): void {
  const zoom = how === 'reset' ? 1 : nextZoom(window.webContents.getZoomFactor(), how);
  window.webContents.setZoomFactor(zoom);
  kept.write({ ...kept.read(), zoom });
}

/** Size and place are written a moment after they were last changed. */
const SETTLED_MS = 500;

function keepState(window: BrowserWindow, kept: Kept<WindowState>): void {
  let timer: NodeJS.Timeout | null = null;
  const keep = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    kept.write({ ...kept.read(), bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const changed = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(keep, SETTLED_MS);
  };
  window.on('resize', changed);
  window.on('move', changed);
  window.on('maximize', changed);
  window.on('unmaximize', changed);
  window.on('close', keep);
}
