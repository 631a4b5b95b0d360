import type { Person } from '#main/contract/people.ts';
import { nameOf, tieWords } from '#main/contract/people-words.ts';
import { command } from '../command.ts';
import { counted } from '../figures.ts';
import type { Session } from '../session.ts';
import { printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const atOnce = 1_000;

export const people = command({
  name: 'people',
  words: '[TEXT] | join A B… | split A ADDRESS… | undo [N]',
  wordCount: [0, 1_000],
  summary: 'Who is in the library; join two who are one, split one who is two, or undo that',
  options: {},
  async run({ words, session, terminal }) {
    const [first, ...rest] = words;
    switch (first) {
      case 'join':
        if (rest.length < 2) throw new UsageError('people join needs two people or more', 'people');
        return join(rest, session, terminal);
      case 'split':
        if (rest.length < 2)
          throw new UsageError('people split needs a person and an address or name of theirs', 'people');
        return split(rest, session, terminal);
      case 'undo':
        return undo(rest, session, terminal);
      default:
        return list(words.join(' '), session, terminal);
    }
  },
});

async function list(contains: string, { ask, signal }: Session, terminal: Terminal): Promise<void> {
  for (let offset = 0; ; offset += atOnce) {
    const page = await ask((client) => client.people.list({ contains, offset, limit: atOnce }, { signal }));
    for (const person of page.people) {
      if (terminal.json) terminal.object(person);
      else print(person, terminal);
    }
    if (page.total === 0 && !terminal.json) terminal.line('Nobody like that is in the library.');
    if (offset + atOnce >= page.total) return;
  }
}

async function join(several: string[], { ask, signal }: Session, terminal: Terminal): Promise<void> {
  const result = await ask((client) => client.people.join({ people: several }, { signal }));
  if (terminal.json) return terminal.object(result);
  print(result.person, terminal);
  terminal.line(undoHint(result.choiceId));
}

async function split(
  [person = '', ...off]: string[],
  { ask, signal }: Session,
  terminal: Terminal,
): Promise<void> {
  const result = await ask((client) => client.people.split({ person, off }, { signal }));
  if (terminal.json) return terminal.object(result);
  print(result.person, terminal);
  print(result.off, terminal);
  terminal.line(undoHint(result.choiceId));
}

/** The choice of that number, or the last one. */
async function undo([word]: string[], { ask, signal }: Session, terminal: Terminal): Promise<void> {
  if (word !== undefined && !/^\d+$/.test(word))
    throw new UsageError(`people undo takes the number of a choice, not “${word}”`, 'people');
  const choices = await ask((client) => client.people.choices(undefined, { signal }));
  const choiceId = word === undefined ? choices.at(-1)?.choiceId : Number(word);
  const { undone } =
    choiceId === undefined
      ? { undone: false }
      : await ask((client) => client.people.undo({ choiceId }, { signal }));
  if (terminal.json) return terminal.object({ choiceId: choiceId ?? null, undone });
  terminal.line(undone ? `Undid choice ${choiceId}.` : 'There is nothing like that to undo.');
}

function undoHint(choiceId: number): string {
  return `Undo it with: quipu people undo ${choiceId}`;
}

function print(person: Person, terminal: Terminal): void {
  terminal.line(`${printableLine(nameOf(person))}  (${counted(person.documents, 'document')})`);
  for (const { address, names, ties } of person.parts) {
    const what = address ?? names.join(', ');
    const why = ties.length === 0 ? '' : `  ${tieWords(ties)}`;
    terminal.line(`     ${printableLine(what)}${terminal.style('dim', why)}`);
  }
}
