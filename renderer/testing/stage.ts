import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';
import { type SampleHost, startSampleHost } from './page-host.ts';
import { createSampleEngine, type SampleEngine, type SampleState } from './sample-engine.ts';

/** A page over sample data, ready to be used; everything of it ends with its test. */
export interface Stage {
  readonly page: Page;
  readonly engine: SampleEngine;
  readonly host: SampleHost;
  /** Scripts' errors, and what the Content-Security-Policy had to stop. */
  readonly problems: readonly string[];
  /** Goes to a screen, e.g. `#/library`. */
  go(fragment: string): Promise<void>;
}

interface StageOptions extends BrowserContextOptions {
  /** Nobody was here before: an empty library greets. */
  readonly firstVisit?: boolean;
}

type SetStage = (state?: Partial<SampleState>, options?: StageOptions) => Promise<Stage>;

/** One browser for a test file, and the function that sets a stage in it. */
export function openStages(): SetStage {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return async (state, { firstVisit = false, ...options } = {}) => {
    if (browser === undefined) throw new Error('Stages are set inside of tests.');
    const engine = createSampleEngine(state);
    const host = await startSampleHost(engine);
    onTestFinished(() => host.close());
    const { page, problems } = await openPage(browser, host.url, options, firstVisit);
    onTestFinished(() => page.context().close());
    const go = async (fragment: string) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, fragment);
    };
    return { page, engine, host, problems, go };
  };
}

/** For expect.poll: a machine that is busy with other tests is slow, which is no failure. */
export const patient = { timeout: 30_000 };

/** Asks a question as a person does. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
}
