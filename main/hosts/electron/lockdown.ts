import { isMadeByPage, isPage } from './page-address.ts';
import type { Preventable, ShellContents, ShellSession } from './platform.ts';

/** Electron grants every permission unless told otherwise. The page needs one: to write a copied answer to the clipboard. */
const granted = 'clipboard-sanitized-write';

/** Closes a session: no permissions but one, no downloads but what the page itself made (an export), no spelling dictionaries from the network, no request but to the page. */
export function lockSession(session: ShellSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === granted));
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === granted && isPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!isMadeByPage(item.getURL())) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isPage(url) && !isMadeByPage(url) && !url.startsWith('devtools:') });
  });
}

/** Keeps a window where it is: no navigation, no new window, no embedded browser, whatever a file's text asks for. */
export function lockContents(contents: ShellContents): void {
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function prevent(event: Preventable): void {
  event.preventDefault();
}
