import { createHash } from 'node:crypto';
import type { Evidence } from '#main/assistant/verify/evidence.ts';
import { evidenceFor, findTold, type Source, type Told, toldIn } from './material.ts';
import { fromMails } from './paraphrases/english.ts';
import { german, spanish } from './paraphrases/german-spanish.ts';
import { fromPapers } from './paraphrases/papers.ts';
import { type Random, seeded } from './random.ts';
import { rules } from './rules.ts';
import { type Tongue, tongueOf } from './spellings.ts';
import { attributeWrongly, changes, type WrongKind, wrongKinds } from './wrong.ts';

/** A sentence to be checked against passages, and whether it is true of them. */
export interface Item {
  readonly kind: WrongKind | 'paraphrase';
  /** What was changed, or how it was said again; "by hand" for what a person wrote. */
  readonly how: string;
  readonly tongue: Tongue;
  /** Rules and thresholds are chosen by looking at one half; the other shows what they are worth. */
  readonly half: 'dev' | 'test';
  readonly claim: string;
  /** The sentence it was made from. */
  readonly original: string;
  readonly source: string;
  /** The first is cited. */
  readonly evidence: readonly Evidence[];
}

export interface Sources {
  readonly sample: readonly Source[];
  /** Of judged collections; may be none. */
  readonly corpora: readonly Source[];
}

export interface Size {
  readonly wrong: number;
  readonly paraphrases: number;
}

/** Share of the sentences that come from the collections, where there are any. */
const corpusShare = 0.4;
/** Passages of other documents beside the cited one, as a search brings them. */
const besides = 3;

const halfOf = (original: string): Item['half'] =>
  (createHash('sha256').update(original).digest()[0] ?? 0) % 2 === 0 ? 'dev' : 'test';

interface Drawn {
  readonly told: readonly Told[];
  readonly all: readonly Evidence[];
  readonly names: readonly string[];
}

function drawn(sources: readonly Source[], random: Random): Drawn {
  return {
    told: random.shuffle(sources.flatMap(toldIn)),
    all: sources.flatMap(({ passages }) => passages),
    names: [...new Set(sources.flatMap(({ people }) => people))].filter((name) => /^\p{Lu}/u.test(name)),
  };
}

/** The cited passage, its document's next one, and some of other documents. */
function around({ source, passage }: Told, { all }: Drawn, random: Random): Evidence[] {
  const own = source.passages.filter((other) => other !== passage).slice(0, 1);
  const others = Array.from({ length: besides }, () => random.pick(all)).flatMap((one) => one ?? []);
  return evidenceFor(passage, [...own, ...others.filter((one) => one !== passage)]);
}

function itemOf(
  told: Told,
  kind: Item['kind'],
  how: string,
  claim: string,
  evidence: Item['evidence'],
): Item {
  return {
    ...{ kind, how, claim, evidence },
    tongue: tongueOf(told.text),
    half: halfOf(told.text),
    original: told.text,
    source: told.source.id,
  };
}

/** Sentences in which one thing was changed, as many of each kind. The same on every run. */
export function wrongItems({ sample, corpora }: Sources, { wrong }: Size, seed = 1): Item[] {
  const random = seeded(seed);
  const fromCorpora = corpora.length === 0 ? 0 : Math.round(corpusShare * wrong);
  return [
    ...wrongOf(drawn(sample, random), wrong - fromCorpora, random),
    ...wrongOf(drawn(corpora, random), fromCorpora, random),
  ];
}

function wrongOf(from: Drawn, wanted: number, random: Random): Item[] {
  const items: Item[] = [];
  const queues = wrongKinds.map((kind) => makeWrong(kind, from, random));
  while (items.length < wanted) {
    const made = queues.flatMap((queue) => queue.next().value ?? []);
    if (made.length === 0) break;
    items.push(...made.slice(0, wanted - items.length));
  }
  return items;
}

function* makeWrong(kind: WrongKind, from: Drawn, random: Random): Generator<Item, undefined> {
  for (const told of random.shuffle(from.told)) {
    if (kind === 'source') {
      const claim = random.next() < 0.5 ? attributeWrongly(told, { random, names: from.names }) : null;
      if (claim !== null) yield itemOf(told, kind, 'another writer', claim, around(told, from, random));
      else yield itemOf(told, kind, 'another passage', told.text, elsewhere(told, from, random));
      continue;
    }
    const claim = changes[kind](told, { random, names: from.names });
    if (claim !== null && claim !== told.text && !toldIn(told.source).some(({ text }) => text === claim))
      yield itemOf(told, kind, kind, claim, around(told, from, random));
  }
  return undefined;
}

/** Passages that speak of like things and do not hold the sentence. */
function elsewhere({ text, passage }: Told, { all }: Drawn, random: Random): Evidence[] {
  const own = wordsOf(text);
  const near = random
    .shuffle(all)
    .slice(0, 400)
    .map((one) => ({ one, shared: sharedWords(own, one) }))
    .filter(({ one, shared }) => one.text !== passage.text && shared < 0.7 * own.size)
    .sort((a, b) => b.shared - a.shared);
  const [first, ...rest] = near.slice(0, besides + 1).map(({ one }) => one);
  return first === undefined ? [] : evidenceFor(first, rest);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]{3,}/gu));

function sharedWords(own: ReadonlySet<string>, { text }: Evidence): number {
  const given = wordsOf(text);
  return [...own].filter((word) => given.has(word)).length;
}

/** True sentences in other words: those written by hand, and the rest by rules, in turn. The same on every run. */
export function paraphraseItems({ sample, corpora }: Sources, { paraphrases }: Size, seed = 2): Item[] {
  const random = seeded(seed);
  const own = drawn(sample, random);
  const written = random.shuffle(writtenItems(sample, own, random)).slice(0, paraphrases);
  const left = paraphrases - written.length;
  const fromCorpora = corpora.length === 0 ? 0 : Math.round(corpusShare * left);
  return [
    ...written,
    ...ruledOf(own, left - fromCorpora, random),
    ...ruledOf(drawn(corpora, random), fromCorpora, random),
  ];
}

function writtenItems(sample: readonly Source[], own: Drawn, random: Random): Item[] {
  return [...fromMails, ...fromPapers, ...german, ...spanish].flatMap(([original, ...claims]) => {
    const told = findTold(sample, original);
    if (told === null) throw new Error(`the sample library does not hold “${original}”`);
    return claims.map((claim) => itemOf(told, 'paraphrase', 'by hand', claim, around(told, own, random)));
  });
}

function ruledOf(from: Drawn, wanted: number, random: Random): Item[] {
  const items: Item[] = [];
  const queues = Object.entries(rules).map(([how, rule]) => applyRule(how, rule, from, random));
  while (items.length < wanted) {
    const made = queues.flatMap((queue) => queue.next().value ?? []);
    if (made.length === 0) break;
    items.push(...made.slice(0, wanted - items.length));
  }
  return items;
}

function* applyRule(
  how: string,
  rule: (told: Told, random: Random) => string | null,
  from: Drawn,
  random: Random,
): Generator<Item, undefined> {
  for (const told of random.shuffle(from.told)) {
    const claim = rule(told, random);
    if (claim !== null && claim !== told.text)
      yield itemOf(told, 'paraphrase', how, claim, around(told, from, random));
  }
  return undefined;
}
