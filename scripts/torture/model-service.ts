import { join } from 'node:path';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import type { Answer } from '#main/contract/ask.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { starterChat } from '#models/catalog/catalog.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { pidsOf } from '../bench/engine.ts';
import { generateSampleLibrary } from '../sample-library/generate.ts';
import { inOwnFolder, progressUntil, withEngine } from './run-engine.ts';

const waitMs = 10 * 60 * 1000;
/** After a kill the service must answer again, with the question's vector, within this time. */
const backMsAtMost = 5_000;
/** Open ones, which a model has something to add to. */
const questions = [
  'What did we decide about the kitchen?',
  'Tell me about the hotel in Lisbon',
  'What is the plan for the camping trip?',
  'How did the move go?',
];

/** One question: what came of it, how long the service's first answer took, and the model's first word. */
interface Asked {
  readonly answer: Answer | null;
  readonly conversationId: number | null;
  readonly notices: readonly string[];
  readonly foundMs: number | null;
  readonly firstDraftMs: number | null;
}

/**
 * Kills the model service in the middle of its answers, every tenth time stops it without ending it, as one that hangs:
 * `service [KILLS] [SEED]`. Returns whether no answer was lost and the next question was answered in time.
 */
export function tortureByModelKills([kills = '50', seed = '1']: readonly string[]): Promise<boolean> {
  return inOwnFolder('model-service', async (base) => {
    const folder = join(base, 'files');
    await generateSampleLibrary(folder);
    const random = randomFrom(Number(seed));
    return withEngine(
      join(base, 'library'),
      async (client) => {
        await client.models.use({ role: 'chat', modelId: starterChat });
        await client.sources.add({ path: folder });
        await progressUntil(client, waitMs, ({ phase }) => phase === 'idle');
        return killAgainAndAgain(client, Number(kills), random);
      },
      modelsFolder(),
    );
  });
}

async function killAgainAndAgain(
  client: EngineClient,
  kills: number,
  random: () => number,
): Promise<boolean> {
  const problems: string[] = [];
  const backs: number[] = [];
  const words: number[] = [];
  let asked = 0;
  let killed = 0;
  let conversationId: number | null = null;
  while (killed < kills) {
    const question = questions[Math.floor(random() * questions.length)] ?? '';
    const isHang = killed % 10 === 9;
    const cut = await ask(client, question, conversationId, 1 + Math.floor(random() * 12), isHang);
    asked += 1;
    if (cut.answer === null || cut.answer.sentences.length === 0) problems.push(`${question}: no answer`);
    if (cut.notices.length === 0) {
      // The model was done before it was to be killed.
      conversationId = cut.conversationId;
      continue;
    }
    killed += 1;
    const next = await ask(client, question, cut.conversationId, null, false);
    asked += 1;
    if (next.notices.length > 0) problems.push(`after kill ${killed}: ${next.notices.join(' ')}`);
    if (next.firstDraftMs === null) problems.push(`after kill ${killed} the model wrote nothing`);
    else words.push(next.firstDraftMs);
    backs.push(next.foundMs ?? Number.POSITIVE_INFINITY);
    const kept = (await client.conversations.read({ conversationId: next.conversationId ?? 0 })).branch
      .length;
    if (conversationId !== null && next.conversationId !== conversationId)
      problems.push(`after kill ${killed} another conversation went on`);
    if (kept !== asked) problems.push(`after kill ${killed} ${kept} of ${asked} answers are kept`);
    conversationId = next.conversationId;
    console.log(
      `${isHang ? 'hang' : 'kill'} ${killed}: answers again after ${Math.round(backs.at(-1) ?? Number.NaN)} ms, writes after ${Math.round(words.at(-1) ?? Number.NaN)} ms, ${kept} answers kept`,
    );
  }
  const slowest = Math.max(...backs);
  if (slowest > backMsAtMost)
    problems.push(`the service answered again only after ${Math.round(slowest)} ms`);
  for (const problem of problems) console.log(`  PROBLEM: ${problem}`);
  console.log(
    `${killed} kills, ${asked} questions, back after at most ${Math.round(slowest)} ms, writing after at most ${Math.round(Math.max(...words))} ms`,
  );
  return problems.length === 0;
}

/** `killAt`: the draft at which the service is killed; null for none. */
async function ask(
  client: EngineClient,
  question: string,
  into: number | null,
  killAt: number | null,
  isHang: boolean,
): Promise<Asked> {
  const started = performance.now();
  const seen = { answer: null, conversationId: into, foundMs: null, firstDraftMs: null } as {
    answer: Answer | null;
    conversationId: number | null;
    foundMs: number | null;
    firstDraftMs: number | null;
  };
  const notices: string[] = [];
  let drafts = 0;
  const input = { question, noModel: false, ...(into !== null && { conversationId: into }) };
  for await (const event of await client.ask(input)) {
    if (event.type === 'started') seen.conversationId = event.conversationId;
    else if (event.type === 'notice') notices.push(event.message);
    else if (event.type === 'instant') seen.foundMs = performance.now() - started;
    else if (event.type === 'done') seen.answer = event.answer;
    else if (event.type === 'draft') {
      seen.firstDraftMs ??= performance.now() - started;
      drafts += 1;
      if (drafts === killAt)
        for (const pid of pidsOf('models')) process.kill(pid, isHang ? 'SIGSTOP' : 'SIGKILL');
    }
  }
  return { ...seen, notices };
}
