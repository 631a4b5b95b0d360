import { join } from 'node:path';
import { getLlama, LlamaCompletion } from 'node-llama-cpp';
import type { Answer } from '#main/contract/ask.ts';
import { starterChat } from '#models/catalog/catalog.ts';
import { percentile } from '#scripts/percentile.ts';
import { generateSampleLibrary } from '#scripts/sample-library/generate.ts';
import { demoQuestions } from '#scripts/sample-library/questions.ts';
import { writeNotes } from '../corpus/files.ts';
import { type RunningEngine, startEngine } from '../engine.ts';
import { type Bench, type Measurement, secondsOf } from '../measurement.ts';
import { starterPath } from './embed.ts';

/** So many notes keep the embedder busy for longer than the questions take. */
const notesMeanwhile = 1500;
const wordsOfNote = 120;

/** Question to instant answer over the sample library, against its search alone; and again while notes are embedded. */
export async function measureInstant(bench: Bench): Promise<Measurement> {
  const engine = await overSampleLibrary(bench);
  const answers = await askAll(engine, true);
  const p50Ms = percentile(
    answers.map(({ timings }) => timings.totalMs),
    0.5,
  );
  const retrieveP50Ms = percentile(
    answers.map(({ timings }) => timings.retrieveMs),
    0.5,
  );
  const meanwhile = await whileEmbedding(bench, engine, () => askAll(engine, true));
  return {
    name: 'instant',
    figures: {
      questions: answers.length,
      p50Ms,
      worstMs: Math.max(...answers.map((a) => a.timings.totalMs)),
      whileEmbeddingP50Ms: percentile(
        meanwhile.map(({ timings }) => timings.totalMs),
        0.5,
      ),
    },
    baseline: { retrieveP50Ms },
    ratio: retrieveP50Ms / p50Ms,
  };
}

/** Answers written by the starter model, against a bare node-llama-cpp completion with the same model. */
export async function measureGeneration(bench: Bench): Promise<Measurement> {
  const engine = await overSampleLibrary(bench);
  const answers = (await askAll(engine, false)).filter(({ timings }) => timings.firstTokenMs !== null);
  if (answers.length === 0) throw new Error('no question was answered by the model');
  const rates = answers.map(({ timings }) => {
    const writingMs = timings.totalMs - timings.retrieveMs - (timings.firstTokenMs ?? 0);
    return (1000 * timings.newTokens) / Math.max(1, writingMs);
  });
  const tokensPerSecond = percentile(rates, 0.5);
  const baseline = await bareTokensPerSecond();
  return {
    name: 'generation',
    figures: {
      answers: answers.length,
      tokensPerSecond,
      firstTokenP50Ms: percentile(
        answers.map(({ timings }) => timings.firstTokenMs ?? 0),
        0.5,
      ),
      totalP50Ms: percentile(
        answers.map(({ timings }) => timings.totalMs),
        0.5,
      ),
      cachedTokensP50: percentile(
        answers.map(({ timings }) => timings.cachedTokens),
        0.5,
      ),
    },
    baseline: { bareTokensPerSecond: baseline },
    ratio: tokensPerSecond / baseline,
  };
}

async function overSampleLibrary(bench: Bench): Promise<RunningEngine> {
  const dir = join(bench.dir, 'sample');
  await generateSampleLibrary(dir);
  const engine = await startEngine(bench, { models: true });
  await engine.client.sources.add({ path: dir });
  await engine.until((progress) => progress.phase === 'idle' && progress.filesTotal > 0);
  return engine;
}

/** Acts while the texts of new notes are embedded; throws where they were done before it was. */
async function whileEmbedding<Result>(
  bench: Bench,
  { client, until }: RunningEngine,
  act: () => Promise<Result>,
): Promise<Result> {
  const dir = join(bench.dir, 'notes');
  await writeNotes(dir, notesMeanwhile, wordsOfNote);
  await client.sources.add({ path: dir });
  await until((progress) => progress.phase === 'embedding');
  const result = await act();
  for await (const { phase } of await client.sources.progress()) {
    if (phase === 'idle') throw new Error('the notes were embedded before the questions were answered');
    break;
  }
  return result;
}

async function askAll({ client }: RunningEngine, noModel: boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { question } of demoQuestions) {
    for await (const event of await client.ask({ question, noModel })) {
      if (event.type === 'done') answers.push(event.answer);
    }
  }
  return answers;
}

async function bareTokensPerSecond(): Promise<number> {
  const tokens = 120;
  const llama = await getLlama({ build: 'never', skipDownload: true });
  const model = await llama.loadModel({ modelPath: starterPath(starterChat) });
  const context = await model.createContext({ contextSize: 1024, threads: llama.cpuMathCores });
  const completion = new LlamaCompletion({ contextSequence: context.getSequence() });
  await completion.generateCompletion('Once upon a time', { maxTokens: 4 });
  const seconds = await secondsOf(() =>
    completion.generateCompletion('The house by the sea was', { maxTokens: tokens }),
  );
  await llama.dispose();
  return tokens / seconds;
}
