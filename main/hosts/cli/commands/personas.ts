import { Fault } from '#main/contract/fault.ts';
import type { Persona } from '#main/contract/personas.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { type Call, command, oneOf } from '../command.ts';
import { printable, printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const name = 'personas';
const lengths = ['short', 'usual', 'detailed'] as const;
const options = {
  instructions: { type: 'string', value: 'TEXT', help: 'with save: what every answer is to be like' },
  model: {
    type: 'string',
    value: 'MODEL',
    help: 'with save: the chat model that writes; none for the one in use',
  },
  length: { type: 'string', value: 'L', help: `with save: ${lengths.join(', ')}` },
  thorough: { type: 'boolean', help: 'with save: always thorough' },
} as const;
type Asked = Call<typeof options>;

const acts: Readonly<Record<string, (call: Asked, persona: string) => Promise<void>>> = {
  list: ({ session: { ask, signal }, terminal }) =>
    ask((client) => client.personas.list(undefined, { signal })).then((personas) =>
      print(personas, terminal),
    ),
  save,
  delete: remove,
  restore,
};

export const personas = command({
  name,
  words: 'list | save NAME | delete NAME | restore ID',
  wordCount: [1, 2],
  summary: 'Ways of being answered, for ask --persona NAME: make, change, delete and take them back',
  options,
  async run(call) {
    const [word = '', persona = ''] = call.words;
    const act = Object.hasOwn(acts, word) ? acts[word] : undefined;
    if (act === undefined)
      throw new UsageError(`${name} takes ${Object.keys(acts).join(', ')}, not “${word}”`, name);
    if ((persona === '') !== (word === 'list'))
      throw new UsageError(`${name} ${word} ${word === 'list' ? 'takes no words' : 'needs one word'}`, name);
    await act(call, persona);
  },
});

/** The persona of a name, in any case. Throws Fault `not-found`. */
export async function personaNamed(client: EngineClient, wanted: string): Promise<Persona> {
  const found = (await client.personas.list()).find(
    (each) => each.name.toLowerCase() === wanted.trim().toLowerCase(),
  );
  if (found === undefined) throw new Fault('not-found', { what: `The persona ${wanted}` });
  return found;
}

/** Makes one, or changes what is named of the one that has this name. */
async function save({ values, session: { ask, signal }, terminal }: Asked, wanted: string): Promise<void> {
  const { instructions, model, thorough } = values;
  const length = values.length === undefined ? undefined : oneOf(name, 'length', values.length, lengths);
  const saved = await ask(async (client) => {
    const known = (await client.personas.list(undefined, { signal })).find(
      (each) => each.name.toLowerCase() === wanted.trim().toLowerCase(),
    );
    return client.personas.save(
      {
        ...(known ?? { name: wanted }),
        ...(instructions !== undefined && { instructions }),
        ...(model !== undefined && { chat: model === 'none' ? null : model }),
        ...(length !== undefined && { length }),
        ...(thorough !== undefined && { thorough }),
      },
      { signal },
    );
  });
  print([saved], terminal);
}

async function remove({ session: { ask, signal }, terminal }: Asked, wanted: string): Promise<void> {
  const { personaId } = await ask(async (client) => {
    const found = await personaNamed(client, wanted);
    await client.personas.remove({ personaId: found.personaId }, { signal });
    return found;
  });
  if (terminal.json) terminal.object({ removed: true, personaId });
  else terminal.line(`Deleted. Take it back with: quipu ${name} restore ${personaId}`);
}

async function restore({ session: { ask, signal }, terminal }: Asked, id: string): Promise<void> {
  const personaId = Number(id);
  if (!Number.isSafeInteger(personaId))
    throw new UsageError(`${name} restore needs an ID, not “${id}”`, name);
  print([await ask((client) => client.personas.restore({ personaId }, { signal }))], terminal);
}

function print(list: readonly Persona[], terminal: Terminal): void {
  if (terminal.json) {
    terminal.object({ personas: list });
    return;
  }
  for (const { name: called, instructions, chat, length, thorough } of list) {
    const about = [chat ?? 'the model in use', `${length} answers`, ...(thorough ? ['thorough'] : [])];
    terminal.line(`${terminal.style('bold', printableLine(called))}  ${printableLine(about.join(', '))}`);
    if (instructions !== '') terminal.line(`    ${printable(instructions)}`);
  }
  if (list.length === 0)
    terminal.line(`There are none. Make one with: quipu ${name} save NAME --instructions TEXT`);
}
