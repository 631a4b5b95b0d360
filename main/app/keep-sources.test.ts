import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '#indexer/store/library.ts';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import { openConversations } from '../assistant/conversations/conversations.ts';
import { keepSources } from './keep-sources.ts';

it('a library that is built anew has the sources of the one before, with what is left out of each', () => {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-kept-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const open = () => {
    const library = openLibrary(dir);
    const conversations = openConversations(dir);
    keepSources(library, conversations.sources, silentLog);
    return {
      library,
      close: () => {
        library.close();
        conversations.close();
      },
    };
  };
  const first = open();
  const { sourceId } = first.library.sources.add('/notes', '1:2');
  first.library.sources.add('/mail', '1:3');
  first.library.sources.setIgnoring(sourceId, {
    rulesOff: ['hidden'],
    patterns: ['drafts/', '!drafts/keep.md'],
  });
  first.library.sources.setState(sourceId, 'paused');
  const before = first.library.sources.list();
  first.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(dir, `library.db${end}`), { force: true });
  const second = open();
  expect(second.library.sources.list()).toEqual(before);
  second.close();
});
