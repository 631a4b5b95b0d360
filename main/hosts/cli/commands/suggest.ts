import type { PlaceKind, SuggestedPlace } from '#main/contract/places.ts';
import { command } from '../command.ts';
import { counted, sized } from '../figures.ts';
import { printableLine } from '../terminal.ts';

const kinds: Readonly<Record<PlaceKind, string>> = {
  documents: 'documents',
  notes: 'notes',
  mail: 'mail',
  export: 'an export',
};

export const suggest = command({
  name: 'suggest',
  words: '',
  wordCount: [0, 0],
  summary: 'Places of this computer that may be worth adding; names are looked at, and nothing is added',
  options: {},
  async run({ session, terminal }) {
    const { signal } = session;
    const places = await session.ask(async (client) =>
      Array.fromAsync(await client.sources.suggested(undefined, { signal })),
    );
    for (const place of places) {
      if (terminal.json) terminal.object(place);
      else terminal.line(`${printableLine(place.path)}  ${terminal.style('dim', whatItIs(place))}`);
    }
    if (places.length === 0 && !terminal.json)
      terminal.line('Nothing was found at the usual places. Add any folder with: quipu add PATH');
  },
});

function whatItIs({ kind, program, files, bytes, isAtLeast, isAdded }: SuggestedPlace): string {
  const what = program === '' ? kinds[kind] : `${kinds[kind]} of ${program}`;
  const howMany = `${isAtLeast ? 'more than ' : ''}${counted(files, 'file')}`;
  return [what, howMany, sized(bytes), ...(isAdded ? ['added'] : [])].join(', ');
}
