import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ConversationExport } from '#main/contract/conversation-export.ts';
import type { Conversation, ConversationSummary, FoundTurn } from '#main/contract/conversations.ts';
import { testPlace } from './testing/run-cli.ts';

// Each command line is a process or two, on cores that other tests use too.
vi.setConfig({ testTimeout: 180_000 });

interface Listed {
  readonly conversations: readonly ConversationSummary[];
}

it('conversations are listed, searched, renamed, gone on with, exported, deleted and imported', async () => {
  const place = testPlace();
  place.write(
    'Boiler.md',
    '# Boiler\n\nThe engineer replaced the boiler válve on Tuesday. It cost 140 euros.\n',
  );
  await place.watch();
  await place.json('add', place.files);
  await place.json('index');
  await place.json('ask', 'What did the boiler valve cost?');
  const [kept] = (await place.json<Listed>('conversations')).conversations;
  expect(kept).toMatchObject({ title: 'What did the boiler valve cost?', turns: 1 });
  const id = String(kept?.conversationId);
  await place.json('ask', 'And when was it replaced?', '--conversation', id);
  expect((await place.json<Conversation>('conversations', 'show', id)).branch).toHaveLength(2);
  const { turns } = await place.json<{ turns: readonly FoundTurn[] }>('conversations', 'search', 'VALVE');
  expect(turns.map(({ conversationId }) => String(conversationId))).toContain(id);
  expect(await place.json('conversations', 'rename', id, 'The boiler')).toMatchObject({
    title: 'The boiler',
  });
  expect(await place.json('conversations', 'pin', id)).toMatchObject({ pinned: true });

  const exported = await place.json<ConversationExport>('conversations', 'export');
  expect(exported.conversations[0]?.answers[0]?.answer.citations[0]?.quote).toContain('140 euros');
  const file = join(place.dir, 'export.json');
  writeFileSync(file, JSON.stringify(exported));
  const { stdout: markdown } = await place.quipu('conversations', 'export', id);
  expect(markdown).toMatch(/^# The boiler\n[\s\S]*## What did the boiler valve cost\?\n[\s\S]*> .*140 euros/);
  expect(markdown).toContain(`\`${join(place.files, 'Boiler.md')}\`, line `);

  expect((await place.quipu('conversations', 'delete', id)).stdout).toContain(`conversations restore ${id}`);
  expect((await place.json<Listed>('conversations', '--deleted')).conversations).toHaveLength(1);
  expect(await place.json('conversations', 'restore', id)).toMatchObject({ shelf: 'current' });
  await place.json('conversations', 'delete', id, '--for-good');
  expect((await place.quipu('conversations', 'show', id)).code).toBe(1);

  const { conversations } = await place.json<Listed>('conversations', 'import', file);
  expect(conversations).toMatchObject([{ title: 'The boiler', turns: 2, pinned: true }]);
  const again = await place.json<Conversation>(
    'conversations',
    'show',
    String(conversations[0]?.conversationId),
  );
  expect(again.branch[0]?.answer.citations[0]?.documentId).toBe(
    exported.conversations[0]?.answers[0]?.answer.citations[0]?.documentId,
  );

  writeFileSync(file, readFileSync(file, 'utf8').replace('"version":1', '"version":2'));
  expect(await place.quipu('conversations', 'import', file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('newer Quipu'),
  });
  writeFileSync(file, 'no export');
  expect((await place.quipu('conversations', 'import', file)).stderr).toContain('no export of conversations');
  for (const wrong of [
    ['rename', id],
    ['show', 'x'],
    ['burn', id],
    ['list', 'all'],
  ])
    expect((await place.quipu('conversations', ...wrong)).code).toBe(2);
});
