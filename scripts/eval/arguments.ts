import { parseArgs } from 'node:util';
import { type SearchMode, searchMode } from '#main/contract/search.ts';
import { starterChat } from '#models/catalog/catalog.ts';
import { verificationUsage } from './verification/run.ts';

const usage = `Usage: quipu eval retrieval DIR [--mode hybrid|keyword|vector] [--embedder M] [--json]
       quipu eval answers DIR [--model M | --no-model] [--embedder M] [--limit N] [--failures] [--json]
       quipu eval personal [--model M] [--embedder M] [--failures] [--json]
       quipu eval evidence [--json]
       quipu eval personas [--model M] [--conversations N] [--json]
       quipu eval secrets DIR [--json]
       ${verificationUsage}`;

/** The embedder's id or file; null for the starter's. */
interface EmbedderAsked {
  readonly embedder: string | null;
}

interface AnswersAsked extends EmbedderAsked {
  readonly what: 'answers';
  readonly dir: string;
  readonly json: boolean;
  /** The chat model's id, or null for the instant answer alone. */
  readonly model: string | null;
  readonly limit: number | null;
  /** Print what was wrong, each on a line of stderr. */
  readonly failures: boolean;
}

/** What an evaluation is asked for. */
export type Asked =
  | (EmbedderAsked & {
      readonly what: 'retrieval';
      readonly dir: string;
      readonly json: boolean;
      readonly mode: SearchMode;
    })
  | { readonly what: 'secrets'; readonly dir: string; readonly json: boolean }
  | { readonly what: 'evidence'; readonly json: boolean }
  | {
      readonly what: 'personas';
      readonly json: boolean;
      readonly model: string;
      readonly conversations: number;
    }
  | AnswersAsked
  | (EmbedderAsked & {
      readonly what: 'personal';
      readonly json: boolean;
      readonly model: string | null;
      readonly failures: boolean;
    });

const embedder = { type: 'string' } as const;
const json = { type: 'boolean', default: false } as const;

/** What is asked, or what is wrong with it in words. */
export function readArguments(args: readonly string[]): Asked | string {
  const [what, ...rest] = args;
  try {
    switch (what) {
      case 'retrieval':
        return readRetrieval(rest);
      case 'answers':
        return readAnswers(rest);
      case 'personal':
        return readPersonal(rest);
      case 'evidence': {
        const { values, positionals } = parse(rest, { json });
        return positionals.length > 0 ? usage : { what, json: values.json };
      }
      case 'personas': {
        const { values, positionals } = parse(rest, {
          ...{ json, model: { type: 'string', default: starterChat } },
          conversations: { type: 'string', default: '5' },
        });
        const conversations = Number(values.conversations);
        if (positionals.length > 0 || !(Number.isInteger(conversations) && conversations > 0)) return usage;
        return { what, json: values.json, model: values.model, conversations };
      }
      case 'secrets': {
        const { values, positionals } = parse(rest, { json });
        const dir = onlyOne(positionals);
        return dir === null ? usage : { what, dir, json: values.json };
      }
      default:
        return usage;
    }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}

function parse<const Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: readonly string[],
  options: Options,
) {
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

function onlyOne([first, ...more]: readonly string[]): string | null {
  return first === undefined || more.length > 0 ? null : first;
}

function readRetrieval(args: readonly string[]): Asked | string {
  const { values, positionals } = parse(args, {
    mode: { type: 'string', default: 'hybrid' },
    embedder,
    json,
  });
  const dir = onlyOne(positionals);
  const mode = searchMode.safeParse(values.mode);
  return dir === null || !mode.success
    ? usage
    : { what: 'retrieval', dir, mode: mode.data, embedder: values.embedder ?? null, json: values.json };
}

function readAnswers(args: readonly string[]): Asked | string {
  const { values, positionals } = parse(args, {
    model: { type: 'string' },
    'no-model': { type: 'boolean', default: false },
    embedder,
    limit: { type: 'string' },
    failures: { type: 'boolean', default: false },
    json,
  });
  const dir = onlyOne(positionals);
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (dir === null || (values.model !== undefined && values['no-model'])) return usage;
  if (limit !== null && (!Number.isInteger(limit) || limit < 1)) return usage;
  const model = values['no-model'] ? null : (values.model ?? starterChat);
  const { failures, embedder: asked = null } = values;
  return { what: 'answers', dir, limit, model, embedder: asked, failures, json: values.json };
}

function readPersonal(args: readonly string[]): Asked | string {
  const { values, positionals } = parse(args, {
    model: { type: 'string' },
    embedder,
    failures: { type: 'boolean', default: false },
    json,
  });
  if (positionals.length > 0) return usage;
  const { model = null, embedder: asked = null, failures } = values;
  return { what: 'personal', model, embedder: asked, failures, json: values.json };
}
