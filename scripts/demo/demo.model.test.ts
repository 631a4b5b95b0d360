import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldersOf } from '#main/app/folders.ts';
import type { Answer, Citation } from '#main/contract/ask.ts';
import type { Place } from '#main/contract/document.ts';
import { wholeAnswer } from '#main/hosts/cli/commands/ask.ts';
import { indexAll } from '#main/hosts/cli/commands/index-files.ts';
import { openSession, type Session } from '#main/hosts/cli/session.ts';
import { generateSampleLibrary } from '#scripts/sample-library/generate.ts';
import { demoQuestions } from '#scripts/sample-library/questions.ts';
import { pdfPages, textOf } from '#scripts/sample-library/testing/read-back.ts';

const never = new AbortController().signal;
const ignore = (): void => undefined;
let dir: string;
let sample: string;
let session: Session;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quipu-demo-'));
  sample = join(dir, 'sample');
  await generateSampleLibrary(sample);
  session = openSession(foldersOf(join(dir, 'library')), never);
  const { status } = await session.ask(async (client) => {
    await client.sources.add({ path: sample });
    return indexAll(client, ignore, never);
  });
  expect(status.files).toMatchObject({ partly: 0, skipped: 0, failed: 0, pending: 0 });
  expect(status.embedded).toBe(status.chunks);
}, 400_000);
afterAll(async () => {
  await session.close();
  await rm(dir, { recursive: true, force: true });
});

for (const { question, expected, cites, count } of demoQuestions) {
  it(`${question}: right, and every quote stands in its file at its place`, async () => {
    const { answer } = await session.ask((client) =>
      wholeAnswer(client, { question, noModel: false }, ignore, never),
    );
    for (const fact of expected) expect(shown(answer)).toContain(fact);
    if (count !== undefined) expect(answer.computed?.count).toBe(count);
    const cited = answer.citations.map(({ path }) => relative(sample, path));
    if (cites.length > 0)
      expect(cites).toEqual(expect.arrayContaining([cited.find((path) => cites.includes(path))]));
    for (const citation of answer.citations) {
      expect(letters(await readAt(citation))).toContain(letters(citation.quote));
    }
    for (const { citations } of answer.sentences) {
      for (const n of citations) expect(answer.citations.map((citation) => citation.n)).toContain(n);
    }
  });
}

/** What is shown as an answer: not what the model said without a source. */
function shown({ answer, computed }: Answer): string {
  return `${answer} ${computed?.count ?? ''}`;
}

/** Letters and digits alone: spaces, marks and line ends are each format's own. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What another reader finds at a citation's place, in its file or in the attachment that it names. */
async function readAt({ path, member, place }: Citation): Promise<string> {
  if (member === null) return readPlace(path, place);
  const { attachments } = await PostalMime.parse(await readFile(path));
  const attachment = attachments.find(({ filename }) => filename === basename(member));
  if (typeof attachment?.content !== 'object') throw new Error(`${path} has no attachment ${member}`);
  const saved = join(dir, basename(member));
  await writeFile(saved, new Uint8Array(attachment.content));
  return readPlace(saved, place);
}

async function readPlace(path: string, place: Place): Promise<string> {
  if ('page' in place && path.endsWith('.pdf')) return (await pdfPages(path))[place.page - 1] ?? '';
  if ('line' in place && path.endsWith('.md')) {
    return (await readFile(path, 'utf8'))
      .split('\n')
      .slice(place.line - 1)
      .join('\n');
  }
  return textOf(path);
}
