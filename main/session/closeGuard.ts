import { type BrowserWindow, dialog } from 'electron';
import type { EventName, EventValue } from '../../shared/contract/events.ts';
import type { OpenDrafts } from './openDrafts.ts';

/** Lets the window close only when what was typed is on the disk, or the user says so. */
export type CloseGuard = {
  readonly watch: (window: BrowserWindow) => void;
  /** The window's answer to `window:closing`. */
  readonly flushed: (close: boolean) => void;
};

/** How long the window may take to save before the user is asked. */
const PATIENCE_MS = 10_000;

export function createCloseGuard(
  drafts: OpenDrafts,
  emit: <Name extends EventName>(event: Name, value: EventValue<Name>) => void,
): CloseGuard {
  /** Ends the waiting for the window's answer; null while nobody waits. */
  let answered: ((close: boolean) => void) | null = null;

  const mayClose = async (window: BrowserWindow): Promise<boolean> => {
    for (;;) {
      const answer = await askWindow();
      if (answer !== null) return answer;
      if (window.isDestroyed() || (await closeAnyway(window, drafts))) return true;
      return false;
    }
  };

  const askWindow = (): Promise<boolean | null> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => end(null), PATIENCE_MS);
      const end = (answer: boolean | null): void => {
        clearTimeout(timer);
        answered = null;
        resolve(answer);
      };
      answered = end;
      emit('window:closing', {});
    });

  return {
    flushed: (close) => answered?.(close),
    watch: (window) => {
      let asking = false;
      window.on('close', (event) => {
        if (drafts.current() === null) return;
        event.preventDefault();
        if (asking) return;
        asking = true;
        mayClose(window)
          .then((close) => {
            if (!close) return;
            drafts.close();
            window.destroy();
          })
          .finally(() => {
            asking = false;
          })
          .catch(console.error);
      });
    },
  };
}

async function closeAnyway(window: BrowserWindow, drafts: OpenDrafts): Promise<boolean> {
  const name = drafts.current()?.draft.path ?? '';
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '成册',
    message: '窗口没有回应，最后几秒输入的内容可能还没有保存。',
    detail: `已经显示“已保存”的内容都在草稿中：\n${name}\n\n选“返回”可以再等一会儿；选“仍要关闭”会失去还没有保存的那几秒。`,
    buttons: ['返回', '仍要关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
