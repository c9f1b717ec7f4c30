import type { ElectronApplication } from 'playwright';

/** What is on the system's clipboard, by the API of whichever Electron runs: reading became asynchronous after 33. */
export function readClipboard(
  app: ElectronApplication,
): Promise<{ readonly text: string; readonly html: string }> {
  return app.evaluate(async ({ clipboard }) => {
    const text = await clipboard.readText();
    const readHtml: unknown = Reflect.get(clipboard, 'readHTML');
    if (typeof readHtml === 'function') return { text, html: String(readHtml.call(clipboard)) };
    const items: unknown = await Reflect.apply(Reflect.get(clipboard, 'read'), clipboard, []);
    const [item] = items as readonly { getType: (type: string) => Promise<Blob> }[];
    const blob = await item?.getType('text/html');
    return { text, html: (await blob?.text()) ?? '' };
  });
}
