import { app, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron';
import { appOrigin } from './appScheme.ts';

/** To be called before Electron is ready: no name resolves, so that nothing in Chromium reaches a network. */
export function switchNetworkOff(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-features', 'NetworkTimeServiceQuerying');
}

/** Denies every request that is not for our own pages, and every permission. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false); // it would fetch dictionaries
  session.on('will-download', (event) => event.preventDefault());
}

/** Holds every page, now and later, to where it was opened: no navigation, no new window, no webview. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    // Its own page may load itself anew, as it does when a part of it broke; nothing else.
    const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
      if (!isOwn(event.url) || event.url !== contents.getURL()) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** Whether a message comes from the top frame of one of our own pages. */
export function isOwnFrame({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url);
}

/** The developer tools of an unpackaged program load their own pages; a package has none. */
function isOwn(url: string): boolean {
  return (
    url.startsWith(`${appOrigin}/`) ||
    url.startsWith('data:image/') ||
    (!app.isPackaged && url.startsWith('devtools:'))
  );
}
