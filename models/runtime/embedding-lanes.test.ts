import { expect, it } from 'vitest';
import { createLanes } from './embedding-lanes.ts';
import { createForeground } from './foreground.ts';

const never = new AbortController().signal;

/** A lane that finishes its inputs one by one, when told. */
function manualLane() {
  const waiting: { input: string; finish: () => void }[] = [];
  const lane = (input: string) =>
    new Promise<readonly number[]>((resolve) => waiting.push({ input, finish: () => resolve([1]) }));
  return { lane, waiting };
}

it.each(['query', 'compared'] as const)(
  'a %s overtakes passages, passages keep their order',
  async (purpose) => {
    const { lane, waiting } = manualLane();
    const lanes = createLanes([lane], createForeground());
    const calls = [
      lanes.run('p1', 'passage', never),
      lanes.run('p2', 'passage', never),
      lanes.run('q', purpose, never),
    ];
    for (let i = 0; i < 3; i++) {
      waiting[i]?.finish();
      await Promise.race(calls.splice(i === 1 ? 1 : 0, 1));
    }
    expect(waiting.map(({ input }) => input)).toEqual(['p1', 'q', 'p2']);
  },
);

it('passages wait while an answer is being written, queries do not', async () => {
  const { lane, waiting } = manualLane();
  const foreground = createForeground();
  const lanes = createLanes([lane, lane], foreground);
  const leave = foreground.enter();
  const passage = lanes.run('p', 'passage', never);
  const query = lanes.run('q', 'query', never);
  expect(waiting.map(({ input }) => input)).toEqual(['q']);
  waiting[0]?.finish();
  await query;
  expect(waiting).toHaveLength(1);
  leave();
  expect(waiting.map(({ input }) => input)).toEqual(['q', 'p']);
  waiting[1]?.finish();
  await passage;
});

it('what was aborted before its turn is not computed', async () => {
  const { lane, waiting } = manualLane();
  const lanes = createLanes([lane], createForeground());
  const controller = new AbortController();
  const first = lanes.run('a', 'passage', never);
  const second = lanes.run('b', 'passage', controller.signal);
  controller.abort(new Error('left'));
  waiting[0]?.finish();
  await first;
  await expect(second).rejects.toThrow('left');
  expect(waiting).toHaveLength(1);
});
