import { app, type BrowserWindow, dialog } from 'electron';
import type { OpeningNotice } from '../../shared/contract/OpenedDraft.ts';
import type { OpenDrafts } from './openDrafts.ts';
import type { OpenRequests } from './openRequests.ts';

/** A page that dies this often within the time is not loaded again without asking. */
const MOST_TIMES = 3;
const WITHIN_MS = 60_000;

const RESTARTED: OpeningNotice = {
  code: 'window-restarted',
  message:
    '窗口刚才意外停止，已自动重新打开。显示过“已保存”的内容都在；停止前一秒内输入的字可能需要重新输入。',
};

/**
 * Loads the page again when its process died. A page that begins anew knows of no draft: the one that was open is
 * closed, with all that was saved, and lies ready to be opened by the new page.
 */
export function restartPage(
  window: BrowserWindow,
  drafts: OpenDrafts,
  requests: OpenRequests,
  page: { readonly isOwn: (url: string) => boolean; readonly load: () => Promise<void> },
): void {
  const deaths: number[] = [];
  const handOver = (notice?: OpeningNotice): void => {
    const file = drafts.current()?.draft.path;
    if (file === undefined) return;
    drafts.close();
    requests.put(file, notice);
  };
  window.webContents.on('did-navigate', (_event, url) => {
    handOver(page.isOwn(url) ? undefined : RESTARTED);
    // Chromium asks nobody before it leaves for about:blank; bringing the page back is all that can be done.
    if (!page.isOwn(url)) page.load().catch(console.error);
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    console.error('the page is gone', reason, exitCode);
    handOver(RESTARTED);
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((time) => now - time < WITHIN_MS).length <= MOST_TIMES) window.webContents.reload();
    else void askAgain(window);
  });
}

async function askAgain(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: '成册',
    message: '窗口反复意外停止',
    detail:
      '已保存的内容都在草稿里。可以再试一次；如果仍然这样，请退出，重新启动电脑后再打开，或把这份草稿交给技术支持。',
    buttons: ['再试一次', '退出'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
