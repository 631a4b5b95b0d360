import { setTimeout as rest } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchPulse } from './pulse.ts';

const quick = { everyMs: 10, silentMs: 50 };

it('a service that answers is let be, however slowly it does', async () => {
  let silences = 0;
  let pings = 0;
  const stop = watchPulse(
    async () => {
      pings += 1;
      await rest(20);
    },
    () => {
      silences += 1;
    },
    quick,
  );
  await expect.poll(() => pings).toBeGreaterThan(10);
  stop();
  expect(silences).toBe(0);
});

it('one that falls silent is told of, once', async () => {
  let silences = 0;
  let pings = 0;
  const stop = watchPulse(
    () => (++pings < 3 ? Promise.resolve() : new Promise(() => undefined)),
    () => {
      silences += 1;
    },
    quick,
  );
  await expect.poll(() => silences).toBe(1);
  await rest(100);
  expect(silences).toBe(1);
  expect(pings).toBe(3);
  stop();
});
