import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConversationSummary, Shelf } from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';
import { answerLines } from '../answer-lines.ts';
import { askedText, type Call, command } from '../command.ts';
import { counted } from '../figures.ts';
import { dayOf } from '../places.ts';
import { printable, printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const name = 'conversations';
const options = {
  archived: { type: 'boolean', help: 'with list: those that are put away' },
  deleted: { type: 'boolean', help: 'with list: those that can still be taken back' },
  'for-good': { type: 'boolean', help: 'with delete: at once, not to be taken back' },
} as const;
type Asked = Call<typeof options>;

type Act = (call: Asked, words: readonly string[]) => Promise<void>;
const acts: Readonly<Record<string, { readonly words: string; readonly act: Act }>> = {
  list: { words: '', act: list },
  show: { words: 'ID', act: show },
  search: { words: 'TEXT', act: search },
  rename: { words: 'ID TITLE', act: (call, [id, title]) => change(call, id, { title: titleIn(title) }) },
  pin: { words: 'ID', act: (call, [id]) => change(call, id, { pinned: true }) },
  unpin: { words: 'ID', act: (call, [id]) => change(call, id, { pinned: false }) },
  archive: { words: 'ID', act: (call, [id]) => change(call, id, { archived: true }) },
  unarchive: { words: 'ID', act: (call, [id]) => change(call, id, { archived: false }) },
  delete: { words: 'ID', act: remove },
  restore: { words: 'ID', act: restore },
  export: { words: '[ID…]', act: exportSome },
  import: { words: 'FILE', act: importFile },
};

export const conversations = command({
  name,
  words: Object.entries(acts)
    .map(([act, { words }]) => `${act} ${words}`.trim())
    .join(' | ')
    .replace('list', '[list]'),
  wordCount: [0, 1_000],
  summary: 'What was asked and answered: list, search, rename, delete, export and import it',
  options,
  async run(call) {
    const [word = 'list', ...words] = call.words;
    const chosen = Object.hasOwn(acts, word) ? acts[word] : undefined;
    if (chosen === undefined)
      throw new UsageError(`${name} takes ${Object.keys(acts).join(', ')}, not “${word}”`, name);
    const needed = chosen.words === '' ? 0 : chosen.words.split(' ').length;
    const isOpen = chosen.words.startsWith('[');
    if (!isOpen && words.length !== needed)
      throw new UsageError(`${name} ${word} takes ${chosen.words === '' ? 'no words' : chosen.words}`, name);
    await chosen.act(call, words);
  },
});

async function list({ values, session: { ask, signal }, terminal }: Asked): Promise<void> {
  const shelf: Shelf = values.deleted ? 'deleted' : values.archived ? 'archived' : 'current';
  const found = await ask((client) => client.conversations.list({ shelf }, { signal }));
  if (terminal.json) return terminal.object({ conversations: found });
  for (const each of found) print(each, terminal);
  if (found.length === 0) terminal.line('There are none.');
}

async function show({ session: { ask, signal }, terminal }: Asked, [id]: readonly string[]): Promise<void> {
  const conversationId = idIn(id);
  const found = await ask((client) => client.conversations.read({ conversationId }, { signal }));
  if (terminal.json) return terminal.object(found);
  print(found, terminal);
  for (const { answer, questions, answers } of found.branch) {
    const versions = Math.max(questions.length, answers.length);
    const others = versions > 1 ? terminal.style('dim', `  (${versions} versions)`) : '';
    terminal.line(`\n${terminal.style('bold', printable(answer.question))}${others}\n`);
    for (const line of answerLines(answer, terminal)) terminal.line(line);
  }
}

async function search(
  { session: { ask, signal }, terminal }: Asked,
  [given = '']: readonly string[],
): Promise<void> {
  const text = askedText(`${name} search`, 'TEXT', given);
  const found = await ask((client) => client.conversations.find({ text, limit: 200 }, { signal }));
  if (terminal.json) return terminal.object({ turns: found });
  for (const { conversationId, title, question, answeredAt, excerpt } of found) {
    const where = `${conversationId}  ${dayOf(answeredAt)}  ${printableLine(title)}`;
    terminal.line(terminal.style('dim', where));
    terminal.line(`     ${terminal.style('bold', printableLine(question))}`);
    terminal.line(`     ${printableLine(excerpt)}`);
  }
  if (found.length === 0) terminal.line('No question or answer has all of that.');
}

interface Change {
  readonly title?: string;
  readonly pinned?: boolean;
  readonly archived?: boolean;
}

async function change(
  { session: { ask, signal }, terminal }: Asked,
  id: string | undefined,
  wanted: Change,
): Promise<void> {
  const input = { conversationId: idIn(id), ...wanted };
  tell(await ask((client) => client.conversations.change(input, { signal })), terminal);
}

async function remove(
  { values, session: { ask, signal }, terminal }: Asked,
  [id]: readonly string[],
): Promise<void> {
  const input = { conversationId: idIn(id), forGood: values['for-good'] === true };
  const { removed, goesAt } = await ask((client) => client.conversations.remove(input, { signal }));
  if (!removed) throw new Fault('not-found', { what: 'That conversation' });
  if (terminal.json) return terminal.object({ ...input, removed, goesAt });
  if (goesAt === null) return terminal.line('Deleted for good.');
  terminal.line(
    `Deleted. Until ${dayOf(goesAt)} take it back with: quipu ${name} restore ${input.conversationId}`,
  );
}

async function restore(
  { session: { ask, signal }, terminal }: Asked,
  [id]: readonly string[],
): Promise<void> {
  const conversationId = idIn(id);
  tell(await ask((client) => client.conversations.restore({ conversationId }, { signal })), terminal);
}

/** Markdown of what is shown, or with --json the file that `import` takes, with every branch. */
async function exportSome(
  { session: { ask, signal }, terminal }: Asked,
  words: readonly string[],
): Promise<void> {
  const which = words.length === 0 ? {} : { conversationIds: words.map(idIn) };
  const format = terminal.json ? 'json' : 'markdown';
  const { text } = await ask((client) => client.conversations.export({ ...which, format }, { signal }));
  if (terminal.json) terminal.object(JSON.parse(text));
  else terminal.line(printable(text).trimEnd());
}

async function importFile({ session, terminal }: Asked, [file = '']: readonly string[]): Promise<void> {
  const path = resolve(file);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Fault(error.code === 'ENOENT' ? 'path-missing' : 'path-unreadable', { path }, error);
  });
  // Not asked again where the engine is lost on the way: it may have imported them already.
  const { client, close } = await session.engine.connect();
  try {
    const imported = await client.conversations.import({ text }, { signal: session.signal });
    if (terminal.json) return terminal.object({ conversations: imported });
    terminal.line(`Imported ${counted(imported.length, 'conversation')}.`);
    for (const each of imported) print(each, terminal);
  } finally {
    close();
  }
}

function idIn(word: string | undefined): number {
  if (word !== undefined && /^\d{1,15}$/.test(word)) return Number(word);
  throw new UsageError(`${name} takes the number of a conversation, not “${word ?? ''}”`, name);
}

function titleIn(word = ''): string {
  const title = word.trim();
  if (title !== '' && title.length <= 200) return title;
  throw new UsageError(`${name} rename takes a TITLE of 1 to 200 characters`, name);
}

function tell(summary: ConversationSummary, terminal: Terminal): void {
  if (terminal.json) terminal.object(summary);
  else print(summary, terminal);
}

function print(summary: ConversationSummary, terminal: Terminal): void {
  const { conversationId, title, updatedAt, turns, pinned, shelf, goesAt, importedAt } = summary;
  const facts = [
    dayOf(updatedAt),
    counted(turns, 'answer'),
    ...(pinned ? ['pinned'] : []),
    ...(shelf === 'archived' ? ['archived'] : []),
    ...(importedAt === null ? [] : [`imported ${dayOf(importedAt)}`]),
    ...(goesAt === null ? [] : [`deleted, goes ${dayOf(goesAt)}`]),
  ];
  terminal.line(
    `${String(conversationId).padStart(4)} ${printableLine(title)}  ${terminal.style('dim', facts.join(', '))}`,
  );
}
