import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { household, withAttachment } from '../testing/household.ts';
import { type Opened, openHousehold } from '../testing/open-household.ts';

const tagged =
  '---\ntags: [house/roof, money]\ndate: 2025-04-02\n---\n# Tiles\n\nConcrete\ntiles were cheaper. Well-being, Ärger.\n';

let house: Opened;
beforeAll(async () => {
  house = await openHousehold({
    files: { ...household, 'Notes/Tiles.md': tagged, 'Mail/floor.eml': withAttachment },
  });
}, 60_000);
afterAll(() => house.close());

/** Titles of what a query's operators let through, sorted. */
function titles(query: string): string[] {
  const { filter } = house.assistant.readSearch({ query, limit: 10, mode: 'keyword', filter: {} });
  return house.library.documents
    .list(filter, 'newest', 50)
    .map(({ title }) => title)
    .sort();
}

describe('operators find in a library exactly what they say', () => {
  it.each([
    ['"cheaper tile"', ['Re: Your new roof']],
    ['"concrete tiles"', ['Tiles']],
    ['"CONCRETE TILES were"', ['Tiles']],
    ['"well-being"', ['Tiles']],
    ['"arger"', ['Tiles']],
    ['"tile concrete"', []],
    ['from:rolf -slate', ['Your new roof']],
    ['from:rolf -"concrete tile"', ['Your new roof']],
    ['from:rolf to:ina after:2025-04', ['Re: Your new roof']],
    ['tag:house', ['Tiles']],
    ['tag:roof', ['Tiles']],
    ['tag:money', ['Tiles']],
    ['kind:note in:Notes before:2025-02', ['House insurance']],
    ['has:attachment', ['The floor of the cabin']],
    ['with:greta kind:mail', ['Cabin in July', 'The floor of the cabin']],
  ])('%s', (query, expected) => expect(titles(query)).toEqual(expected));

  it('a phrase is looked for as words too, so that its passage comes first', () =>
    expect(
      house.assistant.readSearch({ query: '"door code" cabin', limit: 10, mode: 'keyword', filter: {} }),
    ).toMatchObject({ query: 'cabin door code', filter: { phrases: ['door code'] } }));
});

describe('the whole list behind a count', () => {
  it('is what its exact filter lets through, words of the question included', async () => {
    const { computed } = await house.answer('How many mails mention the roof?');
    const all = house.library.documents.list(computed?.exactFilter ?? {}, 'newest', 50);
    expect(all.map(({ documentId }) => documentId)).toEqual(
      computed?.items.map(({ documentId }) => documentId),
    );
    expect(all).toHaveLength(computed?.count ?? -1);
  });
});
