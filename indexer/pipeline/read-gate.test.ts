import { expect, it, onTestFinished, vi } from 'vitest';
import { createReadGate } from './read-gate.ts';

const never = new AbortController().signal;
const hangs = () => new Promise<string>(() => undefined);

it('a source whose disk hangs keeps its own files waiting, and those of no other source', async () => {
  const gate = createReadGate();
  let begun = 0;
  for (let n = 0; n < 50; n++)
    void gate.run(
      1,
      () => {
        begun++;
        return hangs();
      },
      never,
    );
  expect(await gate.run(2, async () => 'read', never)).toBe('read');
  expect(begun).toBe(6);
});

it('what is aborted ends though it hangs, and what waited for it has its turn when it comes back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const gate = createReadGate();
  const answers: (() => void)[] = [];
  const stop = new AbortController();
  const hanging = Array.from({ length: 6 }, () =>
    gate.run(1, () => new Promise<void>((resolve) => answers.push(resolve)), stop.signal),
  );
  const ended = Promise.allSettled(hanging);
  const waiting = gate.run(1, async () => 'read', never);
  stop.abort(new Error('stopped'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await ended).map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
  answers[0]?.();
  expect(await waiting).toBe('read');
});
