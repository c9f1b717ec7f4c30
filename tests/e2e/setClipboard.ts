import type { ElectronApplication } from 'playwright';

/** What another program puts on the clipboard. */
export type Clipped = { readonly html: string; readonly text: string } | { readonly png: Buffer };

/** Puts something on the system's clipboard, by the API of whichever Electron runs: it changed after 33. */
export async function setClipboard(app: ElectronApplication, clipped: Clipped): Promise<void> {
  const given = 'png' in clipped ? { png: clipped.png.toString('base64') } : clipped;
  await app.evaluate(async (electron, what) => {
    const clipboard: object = electron.clipboard;
    const call = (name: string, ...values: unknown[]): unknown =>
      (Reflect.get(clipboard, name) as (...values: unknown[]) => unknown).apply(clipboard, values);
    const Item: unknown = Reflect.get(electron, 'ClipboardItem');
    call('clear');
    if (typeof Item === 'function') {
      const parts =
        'png' in what
          ? { 'image/png': new Blob([Buffer.from(what.png, 'base64')], { type: 'image/png' }) }
          : { 'text/html': what.html, 'text/plain': what.text };
      await call('write', [Reflect.construct(Item, [parts])]);
    } else if ('png' in what) {
      call('writeImage', electron.nativeImage.createFromBuffer(Buffer.from(what.png, 'base64')));
    } else {
      call('write', what);
    }
  }, given);
}
