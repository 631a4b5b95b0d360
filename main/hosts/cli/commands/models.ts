import { resolve } from 'node:path';
import type { ModelInfo, ModelRole } from '#main/contract/models.ts';
import { modelPurpose, modelRole } from '#main/contract/models.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { type Call, command, oneOf } from '../command.ts';
import { sized } from '../figures.ts';
import { printCatalogue } from '../model-lines.ts';
import type { Session } from '../session.ts';
import { printableLine, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  role: { type: 'string', value: 'R', help: 'with use: embedder or chat; with catalog also reranker' },
  family: { type: 'string', value: 'F', help: 'with catalog: only of this family, such as Qwen' },
  fits: { type: 'boolean', help: 'with catalog: only what runs well on this computer' },
} as const;

export const models = command({
  name: 'models',
  words:
    'list | catalog | found | get MODEL | drop MODEL | use MODEL | use none --role ROLE | import FILE | remove MODEL',
  wordCount: [1, 2],
  summary: 'The models on this computer and those on offer: get, use, import and remove them',
  options,
  async run(call) {
    const [act = '', modelId = ''] = call.words;
    const actions: Readonly<Record<string, () => Promise<void>>> = {
      list: () => list(call),
      catalog: () => catalogue(call),
      found: () => found(call),
      get: () => get(call, modelId),
      drop: () => drop(call, modelId),
      use: () => use(call, modelId),
      import: () => bring(call, modelId),
      remove: () => remove(call, modelId),
    };
    const chosen = Object.hasOwn(actions, act) ? actions[act] : undefined;
    if (chosen === undefined)
      throw new UsageError(
        `models takes list, catalog, found, get, drop, use, import or remove, not “${act}”`,
        'models',
      );
    const isBare = act === 'list' || act === 'catalog' || act === 'found';
    if ((modelId === '') !== isBare)
      throw new UsageError(
        `models ${act} ${isBare ? 'takes no' : 'needs a'} ${act === 'import' ? 'FILE' : 'MODEL'}`,
        'models',
      );
    await chosen();
  },
});

async function list({ session, terminal }: Call<typeof options>): Promise<void> {
  print(await session.ask((client) => client.models.list(undefined, { signal: session.signal })), terminal);
}

/** Everything on offer and how it runs here. */
async function catalogue({ values, session, terminal }: Call<typeof options>): Promise<void> {
  const role =
    values.role === undefined ? undefined : oneOf('models', 'role', values.role, modelPurpose.options);
  terminal.progress('Measuring how fast this computer runs models, once');
  const all = await session.ask((client) => client.models.catalogue(undefined, { signal: session.signal }));
  terminal.clearProgress();
  const family = values.family?.toLowerCase();
  const models = all.models.filter(
    (model) =>
      (role === undefined || model.role === role) &&
      (family === undefined || model.family.toLowerCase().startsWith(family)) &&
      (values.fits !== true || model.fit.verdict === 'well'),
  );
  if (terminal.json) terminal.object({ ...all, models });
  else printCatalogue({ ...all, models }, terminal);
}

/** What other programs keep on this computer. */
async function found({ session, terminal }: Call<typeof options>): Promise<void> {
  const models = await session.ask((client) => client.models.found(undefined, { signal: session.signal }));
  if (terminal.json) {
    terminal.object({ models });
    return;
  }
  for (const { name, role, sizeBytes, program, path } of models) {
    terminal.line(`${terminal.style('bold', printableLine(name))}  ${role}, ${sized(sizeBytes)}, ${program}`);
    terminal.line(terminal.style('dim', `    ${printableLine(path)}`));
  }
  if (models.length === 0) terminal.line('No other program’s models were found on this computer.');
  else terminal.line('Use one where it lies with: quipu models import FILE');
}

async function get({ session, terminal }: Call<typeof options>, modelId: string): Promise<void> {
  const found = await session.ask(async (client) => {
    if (!terminal.json) await tellLicence(client, modelId, session, terminal);
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

/** What Ctrl+C has left of a download is kept for the next time, until it is dropped. */
async function drop({ session, terminal }: Call<typeof options>, modelId: string): Promise<void> {
  await session.ask((client) => client.models.drop({ modelId }, { signal: session.signal }));
  if (terminal.json) terminal.object({ model: modelId });
  else terminal.line(`Nothing is kept of a download of ${printableLine(modelId)} that was not finished.`);
}

/** Before anything is fetched: how much it is, what its licence allows, and how it will run here. */
async function tellLicence(
  client: EngineClient,
  modelId: string,
  session: Session,
  terminal: Terminal,
): Promise<void> {
  const { models } = await client.models.catalogue(undefined, { signal: session.signal });
  const model = models.find(({ id }) => id === modelId);
  if (model === undefined || model.path !== null) return;
  const { name, maker, licence, sizeBytes, repository, fit } = model;
  terminal.line(`${terminal.style('bold', name)} by ${maker}, ${sized(sizeBytes)} from ${repository}`);
  terminal.line(`Licence: ${licence.name}. ${licence.words}`);
  terminal.line(fit.why);
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

/** The file stays where it is and is used from there. */
async function bring({ session, terminal }: Call<typeof options>, file: string): Promise<void> {
  const path = resolve(file);
  const { modelId, models } = await session.ask((client) =>
    client.models.add({ path }, { signal: session.signal }),
  );
  if (terminal.json) {
    terminal.object({ model: modelId, models });
    return;
  }
  terminal.line(`${terminal.style('bold', printableLine(modelId))} is used where it lies. Begin with:`);
  terminal.line(`  quipu models use ${printableLine(modelId)}`);
}

async function remove({ session, terminal }: Call<typeof options>, modelId: string): Promise<void> {
  print(
    await session.ask((client) => client.models.remove({ modelId }, { signal: session.signal })),
    terminal,
  );
}

/** One that is not here has no role that is known; the engine says what is wrong with it. */
function chosen(known: readonly ModelInfo[], modelId: string, role: ModelRole | undefined) {
  const model = known.find(({ id }) => id === modelId);
  return { modelId, role: role ?? model?.role ?? 'chat' };
}

function print(models: readonly ModelInfo[], terminal: Terminal): void {
  if (terminal.json) {
    terminal.object({ models });
    return;
  }
  const here = models.filter(({ path }) => path !== null);
  for (const { id, role, sizeBytes, licence, languages, path, inUse } of here) {
    const about = [role, sized(sizeBytes), printableLine(licence), languages].filter((part) => part !== '');
    terminal.line(`${inUse ? '*' : ' '} ${terminal.style('bold', printableLine(id))}  ${about.join(', ')}`);
    terminal.line(terminal.style('dim', `    ${printableLine(path ?? '')}`));
  }
  if (here.length === 0)
    terminal.line('No model is on this computer. See what is on offer with: quipu models catalog');
  else terminal.line(terminal.style('dim', '* in use'));
}
