import { reasonSentence } from '#main/contract/ledger.ts';
import type { Source, Status } from '#main/contract/sources.ts';
import type { EngineClient } from '#main/hosts/services/socket/connect.ts';
import { command } from '../command.ts';
import { counted, sized } from '../figures.ts';
import { printableLine, type Terminal } from '../terminal.ts';

const pageRows = 5000;

export const status = command({
  name: 'status',
  words: '',
  wordCount: [0, 0],
  summary: 'What the library holds, and what is not in it and why',
  options: { files: { type: 'boolean', help: 'one line for each file' } },
  async run({ values, session, terminal }) {
    if (values.files === true) {
      await session.ask((client) => printFiles(client, terminal, session.signal));
      return;
    }
    const now = await session.ask((client) => client.status(undefined, { signal: session.signal }));
    if (terminal.json) terminal.object(now);
    else print(now, terminal);
  },
});

async function printFiles(client: EngineClient, terminal: Terminal, signal: AbortSignal): Promise<void> {
  for (let offset = 0; ; offset += pageRows) {
    const { rows, total } = await client.sources.ledger({ offset, limit: pageRows }, { signal });
    for (const { path, state, reason, detail, documents, chunks, withheld } of rows) {
      if (terminal.json) terminal.object({ path, state, reason, documents, chunks, withheld });
      else {
        const why = [
          ...(reason === null ? [] : [reasonSentence(reason, detail ?? '')]),
          ...(withheld === 0 ? [] : [`${counted(withheld, 'secret')} withheld.`]),
        ].map((sentence) => `  ${sentence}`);
        terminal.line(
          `${state.padEnd(8)} ${printableLine(path)}${terminal.style('dim', printableLine(why.join('')))}`,
        );
      }
    }
    if (offset + pageRows >= total || rows.length === 0) return;
  }
}

function print(now: Status, terminal: Terminal): void {
  for (const source of now.sources) {
    const { sourceId, path, files } = source;
    const count = Object.values(files).reduce((sum, part) => sum + part, 0);
    terminal.line(
      `${String(sourceId).padStart(3)}  ${printableLine(path)}  (${counted(count, 'file')}${noteOf(source)})`,
    );
  }
  if (now.sources.length === 0) terminal.line('The library is empty. Add a folder with: quipu add FOLDER');
  printTotals(now, terminal);
}

function noteOf({ state, watched }: Source): string {
  switch (state) {
    case 'watching':
      return watched ? '' : ', looked through every few minutes';
    case 'missing':
      return ', files missing';
    case 'paused':
      return ', paused';
  }
}

/** The figures of the whole library and the reasons of what is not (wholly) in it. */
export function printTotals(now: Status, terminal: Terminal): void {
  for (const notice of now.notices) terminal.error(notice);
  if (now.waitsFor !== null) terminal.error(now.waitsFor);
  const { indexed, partly, skipped, failed, pending } = now.files;
  const missing = now.reasons.find(({ reason }) => reason === 'missing')?.count ?? 0;
  const among = missing === 0 ? '' : `, ${missing} of them missing`;
  terminal.line(
    `Files: ${indexed} indexed, ${partly} partly, ${skipped} skipped, ${failed} failed, ${pending} pending (${sized(now.bytes)})${among}.`,
  );
  const share = now.chunks === 0 ? 100 : Math.floor((100 * now.embedded) / now.chunks);
  const found = missing === 0 ? 'all found by words' : 'found by words where their file is there';
  terminal.line(
    `${counted(now.documents, 'document')}, ${counted(now.chunks, 'passage')}, ${found}, ${share}% by meaning too.`,
  );
  if (now.withheldFiles > 0) {
    const kinds = now.withheld.map(({ kind, count }) => counted(count, kind)).join(', ');
    terminal.line(`Withheld from the texts of ${counted(now.withheldFiles, 'file')}: ${kinds}.`);
  }
  for (const { reason, count } of now.reasons) {
    terminal.line(terminal.style('dim', `  ${counted(count, 'file')}: ${reasonSentence(reason)}`));
  }
}
