import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { type AnswersReport, evalAnswers } from './answers/answers.ts';
import { type Asked, readArguments } from './arguments.ts';
import { type EvidenceReport, evalEvidence, evidenceInWords } from './evidence/evidence.ts';
import { evaluationCache, openModels } from './open-models.ts';
import type { Verdict } from './personal/judge.ts';
import { evalPersonal, failureInWords, type PersonalReport, personalInWords } from './personal/personal.ts';
import { evalPersonas, type PersonasReport, personasInWords } from './personas/personas.ts';
import { evalRetrieval, type RetrievalReport } from './retrieval.ts';
import { evalSecrets, type SecretsReport } from './secrets.ts';
import { runVerification } from './verification/run.ts';

const filesOf = {
  retrieval: ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'],
  answers: ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'],
  secrets: ['positives.jsonl', 'negatives.jsonl'],
} as const;

/** `quipu eval …`: measures, prints, and returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runEval(args: string[]): Promise<number> {
  if (args[0] === 'verification') return runVerification(args.slice(1));
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 2;
  }
  try {
    const { report, words } = await measure('dir' in asked ? inFolder(asked) : asked);
    console.log(asked.json ? JSON.stringify(report) : words);
    return 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The same with an absolute folder that has what is measured. */
function inFolder<Folder extends Extract<Asked, { dir: string }>>(asked: Folder): Folder {
  const dir = resolve(asked.dir);
  for (const file of filesOf[asked.what]) {
    if (!existsSync(join(dir, file))) throw new Fault('path-missing', { path: join(dir, file) });
  }
  return { ...asked, dir };
}

/** What was measured, and the same for a person to read. */
interface Measured {
  readonly report: object;
  readonly words: string;
}

async function measure(asked: Asked): Promise<Measured> {
  switch (asked.what) {
    case 'secrets': {
      const report = await evalSecrets(asked.dir);
      return { report, words: secretsInWords(report) };
    }
    case 'retrieval': {
      const report = await measureRetrieval(asked);
      return { report, words: retrievalInWords(report) };
    }
    case 'answers': {
      const report = await measureAnswers(asked);
      return { report, words: answersInWords(report) };
    }
    case 'evidence': {
      const report = await measureEvidence();
      return { report, words: evidenceInWords(report) };
    }
    case 'personas': {
      const report = await measurePersonas(asked);
      return { report, words: personasInWords(report) };
    }
    case 'personal': {
      const report = await measurePersonal(asked);
      return { report, words: personalInWords(report) };
    }
  }
}

async function measureRetrieval({
  dir,
  mode,
  embedder,
}: Asked & { what: 'retrieval' }): Promise<RetrievalReport> {
  const signal = new AbortController().signal;
  const cacheDir = evaluationCache();
  if (mode === 'keyword') return evalRetrieval(dir, { mode, embedder: null, cacheDir, signal });
  const models = await openModels({ model: null, embedder }, signal);
  try {
    return await evalRetrieval(dir, { mode, embedder: models.embedder, cacheDir, signal });
  } finally {
    await models.close();
  }
}

async function measureAnswers(asked: Asked & { what: 'answers' }): Promise<AnswersReport> {
  const { dir, limit, failures } = asked;
  const signal = new AbortController().signal;
  const { embedder, chat, close } = await openModels(asked, signal);
  try {
    const onFailure = failures ? (line: string): void => console.error(line) : undefined;
    const options = { embedder, chat, limit, cacheDir: evaluationCache(), signal };
    return await evalAnswers(dir, { ...options, ...(onFailure && { onFailure }) });
  } finally {
    await close();
  }
}

async function measureEvidence(): Promise<EvidenceReport> {
  const signal = new AbortController().signal;
  const { embedder, close } = await openModels({ model: null, embedder: null }, signal);
  try {
    return await evalEvidence({ embedder, cacheDir: evaluationCache(), signal });
  } finally {
    await close();
  }
}

/** As many as a long conversation has. */
const personaTurns = 20;

async function measurePersonas({
  model,
  conversations,
}: Asked & { what: 'personas' }): Promise<PersonasReport> {
  const signal = new AbortController().signal;
  const { chat, close } = await openModels({ model, embedder: null }, signal);
  try {
    if (chat === null) throw new Fault('model-missing', { model });
    return await evalPersonas({ chat, conversations, turns: personaTurns, signal });
  } finally {
    await close();
  }
}

async function measurePersonal(asked: Asked & { what: 'personal' }): Promise<PersonalReport> {
  const signal = new AbortController().signal;
  const { embedder, chat, close } = await openModels(asked, signal);
  try {
    const options = { embedder, chat, cacheDir: evaluationCache(), signal };
    const onFailure = (verdict: Verdict): void => console.error(failureInWords(verdict));
    return await evalPersonal({ ...options, ...(asked.failures && { onFailure }) });
  } finally {
    await close();
  }
}

function figuresInWords(figures: object): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function retrievalInWords({ set, mode, queries, ...figures }: RetrievalReport): string {
  return `${set} (${mode}, ${queries} queries): ${figuresInWords(figures)}`;
}

function answersInWords({ set, model, questions, ...figures }: AnswersReport): string {
  return `${set} (${model ?? 'no model'}, ${questions} questions): ${figuresInWords(figures)}`;
}

function secretsInWords(report: SecretsReport): string {
  const { set, positives, recall, recallByKind, negatives, wronglyWithheld } = report;
  const kinds = Object.entries(recallByKind).map(([kind, share]) => `${kind} ${share}`);
  return [
    `${set}: recall ${recall} of ${positives} secrets (${kinds.join(', ')})`,
    `${set}: ${wronglyWithheld} of ${negatives} texts without secrets wrongly withheld`,
  ].join('\n');
}
