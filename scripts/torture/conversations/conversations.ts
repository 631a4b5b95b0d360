import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import type { Made } from '#main/assistant/conversations/testing/acts.ts';
import { operateAtRandom, type Subject } from '#main/assistant/conversations/testing/operate-at-random.ts';
import type { Seen } from '#main/assistant/conversations/testing/seen.ts';
import type { FoundTurn } from '#main/contract/conversations.ts';
import { inOwnFolder } from '../run-engine.ts';
import type { Request } from './serve-store.ts';

const crashes = 100;
const longestActMs = 6;

/**
 * Random acts on conversations in a process that is killed again and again, at rest and in the middle of an act:
 * `conversations [SEEDS] [COUNT]`. Each seed's store is compared with a plain list in memory.
 */
export async function tortureByConversations([
  seeds = '5',
  count = '5000',
]: readonly string[]): Promise<boolean> {
  let problems = 0;
  for (let seed = 1; seed <= Number(seeds); seed++) {
    const random = randomFrom(seed);
    const outcome = await inOwnFolder('conversations', async (dir) => {
      const subject = await killedSubject(dir, random);
      try {
        return await operateAtRandom({ subject, random, operations: Number(count), crashes });
      } finally {
        await subject.kill();
      }
    });
    console.log(
      `seed ${seed}: ${count} acts, ${outcome.crashes} kills, ${outcome.doneInCrash} acts done before their kill, ${outcome.conversations} conversations, ${outcome.answers} answers, ${outcome.problems.length} problems`,
    );
    for (const problem of outcome.problems.slice(0, 10)) console.log(`  ${problem}`);
    problems += outcome.problems.length;
  }
  return problems === 0;
}

interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<unknown[]>;
}

/** The same without its number, for each kind of request. */
type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'n'> : never) : never;

async function killedSubject(
  dir: string,
  random: () => number,
): Promise<Subject & { kill(): Promise<void> }> {
  const start = async (): Promise<Running> => {
    const started = fork(new URL('./serve-store.ts', import.meta.url), [dir], {
      execArgv: ['--no-warnings'],
    });
    await once(started, 'message');
    return { process: started, ended: once(started, 'exit') };
  };
  let child = await start();
  let last = 0;
  const request = async <Answer>(asked: Unnumbered): Promise<Answer> => {
    last += 1;
    const told = once(child.process, 'message');
    child.process.send({ ...asked, n: last });
    const [message] = await Promise.race([told, child.ended]);
    if (typeof message !== 'object') throw new Error(`the store ended by itself: ${String(message)}`);
    // Answers come from serve-store.ts alone, in the order of what was asked.
    return (message as { answer: Answer }).answer;
  };
  const kill = async (): Promise<void> => {
    child.process.kill('SIGKILL');
    await child.ended;
  };
  return {
    kill,
    act: (act) => request<Made>({ what: 'act', act }),
    see: () => request<Seen>({ what: 'see' }),
    find: (text) => request<FoundTurn[]>({ what: 'find', text }),
    async crash(during) {
      if (during !== null) {
        child.process.send({ what: 'act', act: during, n: 0 });
        await rest(random() * longestActMs);
      }
      await kill();
      child = await start();
    },
  };
}
