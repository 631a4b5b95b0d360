import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createDownloadQueue } from './download-queue.ts';

const never = new AbortController().signal;

it('lets one in after another, and passes over who has gone meanwhile', async () => {
  const queue = createDownloadQueue();
  const leaveFirst = await queue.enter('first', never);
  const entered: string[] = [];
  const impatient = new AbortController();
  const second = queue.enter('second', impatient.signal);
  const third = queue.enter('third', never).then((leave) => {
    entered.push('third');
    leave();
  });
  impatient.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  await delay(10);
  expect(entered, 'the first is still in').toEqual([]);
  expect(['first', 'second', 'third'].filter(queue.has)).toEqual(['first', 'third']);
  leaveFirst();
  await third;
  expect(entered).toEqual(['third']);
  expect(['first', 'third'].filter(queue.has)).toEqual([]);
});
