import { describe, expect, it, vi } from 'vitest';
import { createDirtyPaths } from './dirty-paths.ts';

function gather() {
  const batches: (readonly string[])[] = [];
  const onRoot = vi.fn();
  const onBurst = vi.fn();
  const dirty = createDirtyPaths({
    root: '/source',
    look: async (paths) => void batches.push(paths),
    onRoot,
    onBurst,
    onIdle: () => undefined,
  });
  const idle = () => expect.poll(() => dirty.isIdle()).toBe(true);
  return { dirty, batches, onRoot, onBurst, idle };
}

describe('paths named by events', () => {
  it('are handed on once however often they are named', async () => {
    const { dirty, batches, idle } = gather();
    for (let n = 0; n < 10; n++) dirty.add('/source/a');
    dirty.add('/source/b');
    expect(dirty.isIdle()).toBe(false);
    await idle();
    expect(batches).toEqual([['/source/a', '/source/b']]);
  });

  it('turn into a look at everything where the source itself is named, or too many are', async () => {
    const { dirty, batches, onRoot, onBurst, idle } = gather();
    dirty.add('/source');
    await idle();
    expect(onRoot).toHaveBeenCalledOnce();
    for (let n = 0; n < 20_000; n++) dirty.add(`/source/${n}`);
    await idle();
    expect(onBurst).toHaveBeenCalledOnce();
    expect(batches.every((batch) => batch.length <= 5_000)).toBe(true);
  });

  it('are forgotten when it is closed', async () => {
    vi.useFakeTimers();
    const { dirty, batches } = gather();
    dirty.add('/source/a');
    dirty.close();
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(batches).toEqual([]);
    expect(dirty.isIdle()).toBe(true);
  });
});
