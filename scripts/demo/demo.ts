import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { foldersOf } from '#main/app/folders.ts';
import { Fault } from '#main/contract/fault.ts';
import { answerLines } from '#main/hosts/cli/answer-lines.ts';
import { wholeAnswer } from '#main/hosts/cli/commands/ask.ts';
import { indexAll } from '#main/hosts/cli/commands/index-files.ts';
import { builtPage } from '#main/hosts/cli/commands/page.ts';
import { printTotals } from '#main/hosts/cli/commands/status.ts';
import { lasted } from '#main/hosts/cli/figures.ts';
import { progressLine } from '#main/hosts/cli/progress-line.ts';
import { openSession, type Session } from '#main/hosts/cli/session.ts';
import { openTerminal, printableLine, type Terminal } from '#main/hosts/cli/terminal.ts';
import { servePage } from '#main/hosts/web/serve-page.ts';
import { demoQuestions } from '#scripts/sample-library/questions.ts';
import { demoMaterial, ownMaterial } from './material.ts';

const usage = 'Usage: npm run demo -- [--once] [FOLDER…]';

/** What a stranger sees first: index a folder, ask, look at the sources of each answer, then go on in the page. */
async function demo(args: readonly string[], signal: AbortSignal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { once: { type: 'boolean' } },
    allowPositionals: true,
  });
  const terminal = openTerminal(false);
  const isOwn = positionals.length > 0;
  const material = isOwn ? ownMaterial(positionals) : await demoMaterial(terminal.progress);
  const session = openSession(foldersOf(material.library), signal);
  try {
    await index(material.folders, session, terminal);
    if (!isOwn) await askAll(session, terminal);
    const stays = values.once !== true && process.env['CI'] === undefined && terminal.interactive;
    if (stays) await openPage(session, terminal);
    else terminal.line(`\nAsk more with: node scripts/quipu.mjs --library "${material.library}" ask "…"`);
  } finally {
    terminal.clearProgress();
    await session.close();
  }
}

async function index(folders: readonly string[], session: Session, terminal: Terminal): Promise<void> {
  const { signal } = session;
  const started = performance.now();
  terminal.line(terminal.style('bold', `Indexing ${printableLine(folders.join(', '))}`));
  const { status, notice } = await session.ask(async (client) => {
    for (const path of folders) await client.sources.add({ path }, { signal });
    return indexAll(client, (progress) => terminal.progress(progressLine(progress)), signal);
  });
  terminal.clearProgress();
  printTotals(status, terminal);
  if (notice !== null && status.chunks > status.embedded) terminal.error(notice);
  terminal.line(terminal.style('dim', `Took ${lasted(performance.now() - started)}.`));
}

async function askAll(session: Session, terminal: Terminal): Promise<void> {
  for (const [number, { question }] of demoQuestions.entries()) {
    terminal.line(`\n${terminal.style(['bold', 'underline'], `${number + 1}. ${question}`)}\n`);
    const { answer, notices } = await session.ask((client) =>
      wholeAnswer(client, { question, noModel: false }, terminal.progress, session.signal),
    );
    terminal.clearProgress();
    for (const line of answerLines(answer, terminal)) terminal.line(line);
    for (const notice of notices) terminal.error(notice);
  }
}

async function openPage(session: Session, terminal: Terminal): Promise<void> {
  const page = await servePage({
    assetsDir: builtPage,
    engineSocket: () => session.engine.socket(),
    port: 0,
  });
  terminal.line(`\nNow ask your own questions at ${terminal.style('bold', page.url)}\nCtrl-C ends it.`);
  if (!session.signal.aborted) await once(session.signal, 'abort');
  await page.close();
}

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
try {
  await demo(process.argv.slice(2), interruption.signal);
} catch (error) {
  if (interruption.signal.aborted) process.exitCode = 130;
  else if (error instanceof Fault) {
    console.error(error.message);
    process.exitCode = 1;
  } else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true) {
    console.error(`${(error as Error).message.split('. ')[0]}. ${usage}`);
    process.exitCode = 2;
  } else throw error;
}
