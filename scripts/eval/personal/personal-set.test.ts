import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSampleLibrary } from '#scripts/sample-library/generate.ts';
import { textOf } from '#scripts/sample-library/testing/read-back.ts';
import { moment } from '#scripts/sample-library/write/material.ts';
import { halfOf, personalSet } from './personal-set.ts';
import type { Expected, PersonalQuestion } from './question.ts';
import { allMails } from './truth.ts';

let dir = '';
const texts = new Map<string, string>();
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quipu-personal-'));
  await generateSampleLibrary(dir);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The text of a file; of a mail with its subject and date, as a reader sees them. */
async function textAt(path: string): Promise<string> {
  const sent = allMails.find((lying) => lying.path === path);
  const day = sent === undefined ? undefined : moment(sent.mail.at);
  const header = [sent?.subject, day?.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })];
  const text = texts.get(path) ?? `${header.join('\n')}\n${await textOf(join(dir, path))}`;
  texts.set(path, text);
  return text;
}

const holds = (text: string, expected: Expected): boolean =>
  [expected].flat().some((one) => text.includes(one));
const named = ({ question, before }: PersonalQuestion): string => [...before, question].join(' / ');
/** Answered from several places together, or asked after a conversation. */
const broad = new Set(['compare', 'summarise', 'timeline']);

test('holds questions of all kinds, each once', () => {
  const of = (test: (question: PersonalQuestion) => boolean): number => personalSet.filter(test).length;
  expect(personalSet.length).toBeGreaterThanOrEqual(200);
  expect(of(({ kind }) => kind === 'no-answer')).toBeGreaterThanOrEqual(30);
  expect(of(({ before }) => before.length > 0)).toBeGreaterThanOrEqual(20);
  expect(
    of(({ kind, before }) => before.length === 0 && (kind === 'count' || kind === 'list')),
  ).toBeGreaterThan(40);
  expect(new Set(personalSet.map(named)).size).toBe(personalSet.length);
  const dev = personalSet.filter((question) => halfOf(question) === 'dev').length;
  expect(Math.abs(dev / personalSet.length - 0.5)).toBeLessThan(0.1);
});

test('states every gold answer in each file named for it', async () => {
  const missing: string[] = [];
  for (const question of personalSet) {
    const { gold, kind } = question;
    if (gold.kind !== 'told' || broad.has(kind)) continue;
    for (const path of gold.cites) {
      const text = await textAt(path);
      for (const expected of gold.expected)
        if (!holds(text, expected)) missing.push(`${named(question)}: ${expected} in ${path}`);
    }
  }
  expect(missing).toEqual([]);
}, 60_000);

test('states what a broad question wants in the files named for it together, and some of it in most', async () => {
  const missing: string[] = [];
  for (const question of personalSet) {
    const { gold, kind } = question;
    if (gold.kind !== 'told' || !broad.has(kind)) continue;
    const all = (await Promise.all(gold.cites.map(textAt))).join('\n');
    for (const expected of gold.expected)
      if (!holds(all, expected)) missing.push(`${named(question)}: ${expected}`);
  }
  expect(missing).toEqual([]);
}, 60_000);

test('counts over mails that are what the files say', async () => {
  const files = (await readdir(join(dir, 'Mail'), { recursive: true })).filter((name) =>
    name.endsWith('.eml'),
  );
  expect(files.map((name) => `Mail/${name}`).sort()).toEqual(allMails.map(({ path }) => path).sort());
  for (const { path, mail } of allMails) {
    const parsed = await PostalMime.parse(await readFile(join(dir, path)));
    const addresses = [...(parsed.to ?? []), ...(parsed.cc ?? [])].map(({ address }) => address);
    expect(parsed.from?.address, path).toBe(mail.from.address);
    expect(addresses, path).toEqual([...mail.to, ...(mail.cc ?? [])].map(({ address }) => address));
    expect(parsed.date?.slice(0, 16), path).toBe(mail.at.replace(' ', 'T'));
    expect(parsed.attachments.length, path).toBe(mail.attached?.length ?? 0);
  }
});

test('lists files that are there', async () => {
  const there = new Set((await readdir(dir, { recursive: true })).map((name) => name.replaceAll('\\', '/')));
  const files = personalSet.flatMap(({ gold }) =>
    gold.kind === 'files' ? gold.files : gold.kind === 'told' ? gold.cites : [],
  );
  expect(files.filter((path) => !there.has(path))).toEqual([]);
  const empty = personalSet.filter(({ gold }) => gold.kind === 'files' && gold.files.length === 0);
  expect(empty.map(named)).toEqual([]);
});
