import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { foldersOf } from '#main/app/folders.ts';
import { openSession, type Session } from '#main/hosts/cli/session.ts';
import { servePage } from '#main/hosts/web/serve-page.ts';
import { launchBrowser } from '../../renderer/testing/browser.ts';
import { buildPage } from '../../renderer/testing/build-page.ts';
import { generateSampleLibrary } from '../sample-library/generate.ts';
import { contactSheet } from './contact-sheet.ts';
import { type Asked, emptyScenes, fullScenes, indexingScenes, offlineScenes, type Scene } from './scenes.ts';
import { type Variant, variants } from './variants.ts';

/** Long enough for what moves to stand still. */
const restMs = 250;
const actMs = 5_000;

const questions = [
  { name: 'fact', question: 'How much is the rent?' },
  { name: 'count', question: 'How many mails did Graham Pettigrew send?' },
  { name: 'not-found', question: 'What is the serial number of the submarine?' },
] as const;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/screenshots' },
    only: { type: 'string', default: '' },
  },
});
const never = new AbortController().signal;
const out = resolve(values.out);
const chosen = variants.filter(({ name }) => name.includes(values.only));
const taken: string[] = [];

async function take(page: Page, phase: string, scene: Scene, variant: Variant): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(scene.at)}`);
  await page.waitForTimeout(restMs);
  page.setDefaultTimeout(actMs);
  if (phase !== 'offline') await settle(page);
  try {
    await scene.act?.(page);
  } catch {
    process.stderr.write(`${variant.name}: ${phase}-${scene.name} could not be reached\n`);
    return;
  }
  await page.waitForTimeout(restMs);
  const name = `${variant.name}/${phase}-${scene.name}.png`;
  await page.screenshot({ path: join(out, name) });
  taken.push(name);
}

/** What is on its way has arrived; a screen that stays empty is taken as it is. */
async function settle(page: Page): Promise<void> {
  const busy = page.locator('main [aria-busy="true"]').first();
  await busy.waitFor({ state: 'detached' }).catch(() => undefined);
}

async function openVariant(browser: Browser, url: string, variant: Variant): Promise<Page> {
  const { width, height, locale, colorScheme } = variant;
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, locale, colorScheme, reducedMotion: 'reduce' });
  // The first steps are scenes of their own.
  await context.addInitScript("localStorage.setItem('quipu.greeted', 'yes')");
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('main').waitFor();
  return page;
}

/** Each scene in a page of its own, so that none begins where another ended. */
async function takeAll(
  browser: Browser,
  url: string,
  phase: string,
  scenes: readonly Scene[],
): Promise<void> {
  for (const variant of chosen) {
    for (const scene of scenes) {
      const page = await openVariant(browser, url, variant);
      await take(page, phase, scene, variant);
      await page.context().close();
    }
  }
}

async function askAll({ ask }: Session): Promise<Asked[]> {
  return ask(async (client) => {
    const asked: Asked[] = [];
    for (const { name, question } of questions) {
      for await (const event of await client.ask({ question, noModel: true })) {
        if (event.type === 'started') asked.push({ name, conversationId: event.conversationId });
      }
    }
    return asked;
  });
}

/** The whole app over the sample library, from its first start to the end of its engine. */
async function takeEverything(dir: string): Promise<void> {
  const home = join(dir, 'home');
  // The models of this computer, whatever home the suggestions look at.
  process.env['QUIPU_MODELS_DIR'] = foldersOf(undefined).models[0];
  process.env['HOME'] = home;
  await generateSampleLibrary(join(home, 'Documents'));
  await mkdir(join(home, 'Downloads'), { recursive: true });
  await writeFile(join(home, 'Downloads', 'WhatsApp Chat with Marta.zip'), '');
  await mkdir(join(home, 'Brain', '.obsidian'), { recursive: true });
  await writeFile(join(home, 'Brain', 'Idea.md'), '# Idea\n');
  const session = openSession(foldersOf(join(dir, 'library')), never);
  const assetsDir = await buildPage();
  const page = await servePage({ assetsDir, engineSocket: () => session.engine.socket(), port: 0 });
  const browser = await launchBrowser();
  try {
    await takeAll(browser, page.url, 'empty', emptyScenes);
    await session.ask((client) => client.sources.add({ path: join(home, 'Documents') }));
    await takeAll(browser, page.url, 'indexing', indexingScenes);
    await session.ask((client) => client.sources.settle());
    await takeAll(browser, page.url, 'full', fullScenes(await askAll(session)));
    await takeOffline(browser, page.url, () => page.close());
  } finally {
    await browser.close();
    await page.close();
    await session.close();
  }
}

async function takeOffline(browser: Browser, url: string, end: () => Promise<void>): Promise<void> {
  const opened = await Promise.all(
    chosen.map(async (variant) => ({ variant, page: await openVariant(browser, url, variant) })),
  );
  await end();
  for (const { variant, page } of opened) {
    await page.getByRole('status').locator('button').first().waitFor();
    for (const scene of offlineScenes) await take(page, 'offline', scene, variant);
    await page.context().close();
  }
}

const dir = await mkdtemp(join(tmpdir(), 'quipu-screenshots-'));
try {
  await rm(out, { recursive: true, force: true });
  for (const { name } of chosen) await mkdir(join(out, name), { recursive: true });
  await takeEverything(dir);
  await writeFile(join(out, 'index.html'), contactSheet(taken));
  console.log(`${taken.length} pictures in ${out}`);
} finally {
  await rm(dir, { recursive: true, force: true });
}
