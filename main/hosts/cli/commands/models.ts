import { Fault } from '#main/contract/fault.ts';
import type { ModelInfo, ModelRole } from '#main/contract/models.ts';
import { modelRole } from '#main/contract/models.ts';
import { type Call, command, oneOf } from '../command.ts';
import { sized } from '../figures.ts';
import { printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  role: { type: 'string', value: 'R', help: 'with use: embedder or chat' },
} as const;

export const models = command({
  name: 'models',
  words: 'list | get MODEL | use MODEL | use none --role ROLE',
  wordCount: [1, 2],
  summary: 'The models on offer: list them, get one, or use one',
  options,
  async run(call) {
    const [act = '', modelId = ''] = call.words;
    const actions: Readonly<Record<string, () => Promise<void>>> = {
      list: () => list(call),
      get: () => get(call, modelId),
      use: () => use(call, modelId),
    };
    const chosen = Object.hasOwn(actions, act) ? actions[act] : undefined;
    if (chosen === undefined) throw new UsageError(`models takes list, get or use, not “${act}”`, 'models');
    if ((modelId === '') !== (act === 'list'))
      throw new UsageError(`models ${act} ${act === 'list' ? 'takes no' : 'needs a'} MODEL`, 'models');
    await chosen();
  },
});

async function list({ session, terminal }: Call<typeof options>): Promise<void> {
  print(await session.ask((client) => client.models.list(undefined, { signal: session.signal })), terminal);
}

async function get({ session, terminal }: Call<typeof options>, modelId: string): Promise<void> {
  const found = await session.ask(async (client) => {
    for await (const { phase, receivedBytes, totalBytes } of await client.models.get(
      { modelId },
      { signal: session.signal },
    )) {
      terminal.progress(`${modelId}: ${phase} ${sized(receivedBytes)} of ${sized(totalBytes)}`);
    }
    return client.models.list(undefined, { signal: session.signal });
  });
  terminal.clearProgress();
  const path = found.find((model) => model.id === modelId)?.path ?? null;
  if (terminal.json) terminal.object({ model: modelId, path });
  else terminal.line(`${printableLine(modelId)} is at ${printableLine(path ?? '')}`);
}

async function use({ values, session, terminal }: Call<typeof options>, modelId: string): Promise<void> {
  const role =
    values.role === undefined ? undefined : oneOf('models', 'role', values.role, modelRole.options);
  if (modelId === 'none' && role === undefined)
    throw new UsageError('models use none needs --role', 'models');
  const now = await session.ask(async (client) => {
    const known = await client.models.list(undefined, { signal: session.signal });
    const input = modelId === 'none' ? { modelId: null, role: role ?? 'chat' } : chosen(known, modelId, role);
    return client.models.use(input, { signal: session.signal });
  });
  print(now, terminal);
}

function chosen(known: readonly ModelInfo[], modelId: string, role: ModelRole | undefined) {
  const model = known.find(({ id }) => id === modelId);
  if (model === undefined) throw new Fault('model-unknown', { model: modelId });
  return { modelId, role: role ?? model.role };
}

function print(models: readonly ModelInfo[], terminal: Terminal): void {
  if (terminal.json) {
    terminal.object({ models });
    return;
  }
  for (const { id, role, sizeBytes, licence, languages, path, inUse } of models) {
    const place = path === null ? 'not on this computer' : path;
    terminal.line(
      `${inUse ? '*' : ' '} ${terminal.style('bold', printableLine(id))}  ${role}, ${sized(sizeBytes)}, ${licence}, ${languages}`,
    );
    terminal.line(terminal.style('dim', `    ${printableLine(place)}`));
  }
  terminal.line(terminal.style('dim', '* in use'));
}
