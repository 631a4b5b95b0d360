import { verifySentence } from '#main/assistant/verify/verify-sentence.ts';
import { type Item, paraphraseItems, type Size, type Sources, wrongItems } from './make-set.ts';
import { corpusSources, sampleSources } from './material.ts';

/** How many of some sentences were marked as unsupported. */
export interface Marked {
  readonly sentences: number;
  readonly marked: number;
  /** 0 to 1. */
  readonly share: number;
}

/** One half: `wrong` should all be marked, `paraphrases` none. */
export interface HalfReport {
  readonly wrong: Marked;
  readonly wrongByKind: Readonly<Record<string, Marked>>;
  readonly paraphrases: Marked;
  readonly paraphrasesBy: Readonly<Record<string, Marked>>;
}

export interface VerificationReport {
  readonly all: HalfReport;
  readonly dev: HalfReport;
  readonly test: HalfReport;
  /** Of the dev half alone: the other is there to be measured, not looked at. */
  readonly failures: readonly { readonly how: string; readonly claim: string; readonly original: string }[];
}

const fullSize: Size = { wrong: 500, paraphrases: 500 };

/** Measures on the sample library and, where `corporaDir` holds judged collections, on sentences of those. */
export async function evalVerification(
  corporaDir: string | null,
  size: Size = fullSize,
): Promise<VerificationReport> {
  const sources: Sources = {
    sample: await sampleSources(),
    corpora: corporaDir === null ? [] : corpusSources(corporaDir),
  };
  const judged = [...wrongItems(sources, size), ...paraphraseItems(sources, size)].map((item) => ({
    item,
    marked: verifySentence(item.claim, [1], item.evidence) === null,
  }));
  return {
    all: halfReport(judged),
    dev: halfReport(judged.filter(({ item }) => item.half === 'dev')),
    test: halfReport(judged.filter(({ item }) => item.half === 'test')),
    failures: judged
      .filter(({ item, marked }) => item.half === 'dev' && marked === (item.kind === 'paraphrase'))
      .map(({ item: { how, claim, original } }) => ({ how, claim, original })),
  };
}

interface Judged {
  readonly item: Item;
  readonly marked: boolean;
}

function halfReport(judged: readonly Judged[]): HalfReport {
  const wrong = judged.filter(({ item }) => item.kind !== 'paraphrase');
  const paraphrases = judged.filter(({ item }) => item.kind === 'paraphrase');
  return {
    wrong: markedOf(wrong),
    wrongByKind: groups(wrong, ({ kind }) => kind),
    paraphrases: markedOf(paraphrases),
    paraphrasesBy: groups(paraphrases, ({ how }) => how),
  };
}

function groups(judged: readonly Judged[], name: (item: Item) => string): Record<string, Marked> {
  const names = [...new Set(judged.map(({ item }) => name(item)))];
  return Object.fromEntries(
    names.map((one) => [one, markedOf(judged.filter(({ item }) => name(item) === one))]),
  );
}

function markedOf(judged: readonly Judged[]): Marked {
  const marked = judged.filter((one) => one.marked).length;
  const share = judged.length === 0 ? 0 : Number((marked / judged.length).toFixed(4));
  return { sentences: judged.length, marked, share };
}

export function verificationInWords({ all, dev, test, failures }: VerificationReport): string {
  const line = (name: string, { wrong, paraphrases }: HalfReport): string =>
    `${name}: ${wrong.marked} of ${wrong.sentences} wrong sentences marked (${percent(wrong)}), ` +
    `${paraphrases.marked} of ${paraphrases.sentences} true paraphrases marked (${percent(paraphrases)})`;
  const kinds = (by: Readonly<Record<string, Marked>>): string =>
    Object.entries(by)
      .map(([name, { marked, sentences }]) => `${name} ${marked}/${sentences}`)
      .join(', ');
  return [
    line('verification', all),
    line('  dev half', dev),
    line('  test half', test),
    `  wrong, by what was changed: ${kinds(all.wrongByKind)}`,
    `  paraphrases, by how: ${kinds(all.paraphrasesBy)}`,
    ...(failures.length > 0 ? [`  ${failures.length} failures of the dev half are in --json`] : []),
  ].join('\n');
}

const percent = ({ share }: Marked): string => `${(100 * share).toFixed(1)}%`;
