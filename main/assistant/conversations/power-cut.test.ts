import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { cutPower } from '#indexer/store/testing/cut-power.ts';
import { openConversations } from './conversations.ts';

const cuts = 5;
const module = new URL('./conversations.ts', import.meta.url).href;
const program = (dir: string): string => `
  import { openConversations } from ${JSON.stringify(module)};
  const conversations = openConversations(${JSON.stringify(dir)});
  let id = null;
  for (let count = 1; ; count++) {
    const question = 'kept ' + count;
    const asked = conversations.ask(id, question);
    id = asked.conversationId;
    conversations.append(asked.questionId, { question, answer: 'and more '.repeat(count % 400) });
    process.send(count);
    await new Promise(setImmediate);
  }`;

// A process is stopped and its state looked at in /proc.
it.skipIf(process.platform !== 'linux')(
  'no answer that was acknowledged is lost where the computer loses power while others are kept',
  async () => {
    const base = mkdtempSync(join(tmpdir(), 'quipu-power-'));
    const dir = join(base, 'library');
    const script = join(base, 'append.mjs');
    writeFileSync(script, program(dir));
    const child = fork(script, { execArgv: ['--no-warnings'] });
    onTestFinished(() => {
      child.kill('SIGKILL');
      rmSync(base, { recursive: true });
    });
    let acknowledged = 0;
    child.on('message', (count) => {
      acknowledged = Number(count);
    });
    await expect.poll(() => acknowledged, { timeout: 20_000 }).toBeGreaterThan(5);
    for (let cut = 0; cut < cuts; cut++) {
      await rest(Math.random() * 40);
      const before = acknowledged;
      const folder = join(base, `${cut}`);
      await cutPower(child, join(dir, 'conversations.db'), folder, true, Math.random);
      const conversations = openConversations(folder);
      expect(conversations.mishap).toBeNull();
      expect(conversations.list()[0]?.turns).toBeGreaterThanOrEqual(before);
      conversations.close();
    }
  },
  60_000,
);
