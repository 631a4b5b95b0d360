import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openSession } from '#main/hosts/cli/session.ts';
import { servePage } from '#main/hosts/web/serve-page.ts';
import { launchBrowser, openPage } from './browser.ts';
import { buildPage } from './build-page.ts';

/** The whole app with a library of its own, seen through its page: over the web host or in Electron. */
export interface OpenedApp {
  readonly page: Page;
  /** What the page did wrong, see openPage. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** `dir` is an empty folder for the library and for models, of which there are none. */
export type OpenApp = (dir: string) => Promise<OpenedApp>;

/** The engine as the command line starts it, behind the web host, in a browser. */
export const openInBrowser: OpenApp = async (dir) => {
  const closing = new AsyncDisposableStack();
  const models = join(dir, 'models');
  const { QUIPU_MODELS_DIR: modelsBefore } = process.env;
  process.env['QUIPU_MODELS_DIR'] = models;
  closing.defer(() => {
    if (modelsBefore === undefined) delete process.env['QUIPU_MODELS_DIR'];
    else process.env['QUIPU_MODELS_DIR'] = modelsBefore;
  });
  const library = join(dir, 'library');
  const session = closing.adopt(
    openSession({ library, logs: join(library, 'logs'), models: [models] }, new AbortController().signal),
    (open) => open.close(),
  );
  const assetsDir = await buildPage();
  const served = closing.adopt(
    await servePage({ assetsDir, engineSocket: () => session.engine.socket(), port: 0 }),
    (open) => open.close(),
  );
  const browser = closing.adopt(await launchBrowser(), (open) => open.close());
  const { page, problems } = await openPage(browser, served.url);
  return { page, problems, close: () => closing.disposeAsync() };
};
