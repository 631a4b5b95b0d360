import type { Page } from 'playwright-core';

/** One picture: how to come to it from a page that is open, in words of no language. */
export interface Scene {
  readonly name: string;
  /** The fragment of its address. */
  readonly at: string;
  readonly act?: (page: Page) => Promise<void>;
}

const press = (keys: string) => async (page: Page) => page.keyboard.press(keys);
const click = (selector: string) => async (page: Page) => page.locator(selector).first().click();

const screens: readonly Scene[] = [
  { name: 'ask', at: '#/ask' },
  { name: 'library', at: '#/library' },
  { name: 'people', at: '#/people' },
  { name: 'models', at: '#/models' },
  { name: 'compare', at: '#/compare' },
  { name: 'settings', at: '#/settings' },
];

/** A library without a source. */
export const emptyScenes: readonly Scene[] = [
  ...screens,
  {
    name: 'start-where',
    at: '#/start/where',
    act: async (page) => page.locator('main li button').first().waitFor(),
  },
  { name: 'start-kept-out', at: '#/start/kept-out' },
  { name: 'start-model', at: '#/start/model' },
  {
    name: 'library-wrong-path',
    at: '#/library',
    act: async (page) => {
      await page.locator('#source-path').fill('/no/such/folder');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').first().waitFor();
    },
  },
];

/** While files are read and embedded. */
export const indexingScenes: readonly Scene[] = [
  { name: 'library', at: '#/library' },
  { name: 'ask', at: '#/ask' },
];

/** What was asked of the whole library: a conversation for each, by its name. */
export interface Asked {
  readonly name: string;
  readonly conversationId: number;
}

/** A library with everything read. */
export function fullScenes(asked: readonly Asked[]): readonly Scene[] {
  const answers = asked.map(({ name, conversationId }) => ({
    name: `answer-${name}`,
    at: `#/ask/${conversationId}`,
  }));
  const [first] = answers;
  return [
    ...screens,
    ...answers,
    ...(first === undefined
      ? []
      : [
          {
            name: 'viewer',
            at: first.at,
            act: click('main article [role=list] button, main article ol button'),
          },
        ]),
    { name: 'palette', at: '#/library', act: press('Control+k') },
    { name: 'shortcuts', at: '#/library', act: press('?') },
    { name: 'left-out', at: '#/library', act: click('main article button:nth-of-type(3)') },
    { name: 'forget', at: '#/library', act: click('main article button:nth-of-type(4)') },
    { name: 'why', at: '#/library', act: click('main table tbody th button') },
    { name: 'privacy', at: '#/settings/privacy' },
    { name: 'quick', at: '#/quick' },
    {
      name: 'quick-answer',
      at: '#/quick',
      act: async (page) => {
        await page.locator('main input').fill('How much is the rent?');
        await page.locator('main section p').first().waitFor();
      },
    },
  ];
}

/** The host of the page is gone. */
export const offlineScenes: readonly Scene[] = [{ name: 'library', at: '#/library' }];
