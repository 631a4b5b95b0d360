import { join } from 'node:path';
import type { Answer } from '#main/contract/ask.ts';
import { percentile } from '#scripts/percentile.ts';
import { generateSampleLibrary } from '#scripts/sample-library/generate.ts';
import { demoQuestions } from '#scripts/sample-library/questions.ts';
import { writeNotes } from '../corpus/files.ts';
import { type RunningEngine, startEngine } from '../engine.ts';
import type { Bench, Measurement } from '../measurement.ts';

/** So many notes keep the embedder busy for longer than the questions take. */
const notesMeanwhile = 1500;
const wordsOfNote = 120;

/** Question to instant answer over the sample library, against its search alone; and again while notes are embedded. */
export async function measureInstant(bench: Bench): Promise<Measurement> {
  const engine = await overSampleLibrary(bench);
  const answers = await askAll(engine);
  const p50Ms = percentile(
    answers.map(({ timings }) => timings.totalMs),
    0.5,
  );
  const retrieveP50Ms = percentile(
    answers.map(({ timings }) => timings.retrieveMs),
    0.5,
  );
  const meanwhile = await whileEmbedding(bench, engine, () => askAll(engine));
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

async function askAll({ client }: RunningEngine): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { question } of demoQuestions) {
    for await (const event of await client.ask({ question, noModel: true })) {
      if (event.type === 'done') answers.push(event.answer);
    }
  }
  return answers;
}
