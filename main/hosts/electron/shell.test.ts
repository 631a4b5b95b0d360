import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { foldersOf } from '#main/app/folders.ts';
import { Fault } from '#main/contract/fault.ts';
import { onStopRequest, reportFault, reportReady } from '#main/hosts/services/engine-control.ts';
import { openLog, silentLog } from '#main/hosts/services/logs/logs.ts';
import { engineAddress } from '#main/hosts/services/socket/address.ts';
import { serveSocket } from '#main/hosts/services/socket/serve.ts';
import { shortcut } from './quick-ask.ts';
import { startShell } from './shell.ts';
import { FakePlatform } from './testing/fake-platform.ts';
import type { Program } from './testing/fake-utilities.ts';

type Change = (platform: FakePlatform) => void;

/** A shell over the fake, with an engine that listens on a real socket and closes when it is asked to. */
async function setUp(change: Change = () => undefined, engine?: Program, system: NodeJS.Platform = 'linux') {
  const dir = await mkdtemp(join(tmpdir(), 'quipu-shell-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const listening: Program = (port, child) => {
    void serveSocket(engineAddress(dir), () => undefined, silentLog).then((socket) => {
      onStopRequest(port, () => void socket.close().then(() => child.exit(0)));
      reportReady(port, engineAddress(dir));
    });
  };
  const platform = new FakePlatform('/app', { engine: engine ?? listening });
  change(platform);
  const folders = foldersOf(dir);
  await startShell(platform, { folders, log: openLog(folders.logs, 'host'), system });
  return { platform, dir };
}

const gone = ({ app }: FakePlatform): Promise<void> => new Promise((resolve) => app.once('gone', resolve));

test('every window is a sandboxed page without Node', async () => {
  const { platform } = await setUp();
  platform.shortcuts.get(shortcut)?.();
  await expect.poll(() => platform.windows.length).toBe(2);
  expect(platform.app.sandboxed).toBe(true);
  for (const { options, url } of platform.windows) {
    expect(url).toMatch(/^app:\/\/quipu\/index\.html/);
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
      preload: '/app/out/preload/preload.cjs',
    });
  }
  expect(platform.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

test('every permission but writing to the clipboard is denied, and so are devices, spelling and downloads of anything but what the page made', async () => {
  const { platform } = await setUp();
  const [session] = platform.sessions;
  const asked = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'unknown',
  ];
  expect(asked.filter((permission) => session?.grantsRequest(permission))).toEqual([]);
  expect(asked.filter((permission) => session?.grantsCheck(permission, 'app://quipu'))).toEqual([]);
  expect(session?.grantsCheck('clipboard-sanitized-write', 'app://quipu/')).toBe(true);
  expect(session?.grantsCheck('clipboard-sanitized-write', 'https://evil.example')).toBe(false);
  expect(session?.grantsDevice()).toBe(false);
  expect(session?.spelling).toBe(false);
  const isPrevented = (url: string): boolean => {
    let prevented = false;
    session?.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => url });
    return prevented;
  };
  for (const url of [
    'https://evil.example/x.zip',
    'data:text/html,x',
    'blob:https://evil.example/1f0c',
    'blob:null/1f0c',
    'app://quipu/assets/main.js',
  ])
    expect(isPrevented(url), url).toBe(true);
  expect(isPrevented('blob:app://quipu/1f0c')).toBe(false);
});

test('a request to anywhere but the page is cancelled, and no host name resolves', async () => {
  const { platform } = await setUp();
  const cancels = platform.sessions[0]?.cancels;
  expect(cancels?.('app://quipu/assets/main.js')).toBe(false);
  for (const url of [
    'https://evil.example/x.png',
    'http://127.0.0.1:11434/',
    'file:///etc/passwd',
    'ws://localhost/',
    'app://other/',
  ])
    expect(cancels?.(url), url).toBe(true);
  expect(platform.app.switches).toEqual(['host-resolver-rules=MAP * ~NOTFOUND']);
});

test('a window goes nowhere and opens nothing', async () => {
  const { platform } = await setUp();
  const contents = platform.windows[0]?.webContents;
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    let prevented = false;
    contents?.emit(event, { preventDefault: () => (prevented = true) });
    expect(prevented, event).toBe(true);
  }
  expect(contents?.openHandler?.()).toEqual({ action: 'deny' });
});

test('a second start hands over to the first', async () => {
  const { platform } = await setUp();
  const [window] = platform.windows;
  window?.hide();
  platform.app.emit('second-instance');
  await expect.poll(() => window?.visible).toBe(true);

  const second = new FakePlatform('/app');
  second.app.first = false;
  const left = gone(second);
  const folders = foldersOf('/nowhere');
  await startShell(second, { folders, log: openLog(folders.logs, 'host'), system: 'linux' });
  await left;
  expect(second.windows).toEqual([]);
});

test('quick ask opens by its keys and from the tray, and goes away with Escape or a click elsewhere', async () => {
  const { platform } = await setUp();
  platform.shortcuts.get(shortcut)?.();
  await expect.poll(() => platform.windows[1]?.visible).toBe(true);
  const quick = platform.windows[1];
  quick?.webContents.emit(
    'before-input-event',
    { preventDefault: () => undefined },
    { type: 'keyDown', key: 'Escape' },
  );
  expect(quick?.visible).toBe(false);
  platform.trays[0]?.click();
  await expect.poll(() => quick?.visible).toBe(true);
  quick?.emit('blur');
  expect(quick?.visible).toBe(false);
  expect(platform.windows.length).toBe(2);
});

test('keys that another program holds are not promised', async () => {
  const { platform } = await setUp();
  expect(platform.trays[0]?.menu[0]).toMatchObject({ label: 'Quick ask', accelerator: shortcut });
  const taken = await setUp((fake) => {
    fake.shortcutTaken = true;
  });
  expect(taken.platform.trays[0]?.menu[0]).not.toHaveProperty('accelerator');
  expect(taken.platform.windows[0]?.visible).toBe(true);
});

test('closing the window keeps Quipu in the tray; without a tray it ends', async () => {
  const { platform } = await setUp();
  let kept = false;
  platform.windows[0]?.emit('close', { preventDefault: () => (kept = true) });
  expect([kept, platform.windows[0]?.visible]).toEqual([true, false]);

  const bare = await setUp((fake) => {
    fake.trayMissing = true;
  });
  let keptBare = false;
  bare.platform.windows[0]?.emit('close', { preventDefault: () => (keptBare = true) });
  expect(keptBare).toBe(false);
});

test('quitting waits until the engine has closed its library, and ends once', async () => {
  const { platform } = await setUp();
  const left = gone(platform);
  platform.app.quit();
  platform.app.quit();
  await left;
  expect(platform.utilityProcess.forked.map(({ child }) => child.pid)).toEqual([undefined]);
  expect(platform.shortcuts.size).toBe(0);
});

test('a library that cannot be opened is said in a sentence, and Quipu ends', async () => {
  const fault = new Fault('library-newer', { path: '/home/me/library' });
  const left = Promise.withResolvers<void>();
  const { platform } = await setUp(
    (fake) => fake.app.once('gone', left.resolve),
    (port) => reportFault(port, fault),
  );
  await left.promise;
  expect(platform.errorBoxes).toEqual([fault.message]);
});

test('only macOS has a menu, and it leads to no web site', async () => {
  expect((await setUp()).platform.menu).toBeNull();
  const { platform } = await setUp(undefined, undefined, 'darwin');
  expect(platform.menu?.map(({ role }) => role)).toEqual(['appMenu', 'editMenu', 'windowMenu']);
});

test('the icons that the shell names are there', () => {
  const resources = new URL('./resources/', import.meta.url);
  for (const name of ['icon.png', 'tray.png', 'trayTemplate.png'])
    expect(existsSync(new URL(name, resources)), name).toBe(true);
});
