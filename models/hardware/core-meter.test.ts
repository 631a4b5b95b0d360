import { expect, it } from 'vitest';
import { createCoreMeter, threadsFor } from './core-meter.ts';

it('what other programs use is not free; what this process uses is', () => {
  const readings = [
    { atMs: 0, idleMs: 0, ownMs: 0 },
    { atMs: 1000, idleMs: 500, ownMs: 1000 },
    { atMs: 1010, idleMs: 500, ownMs: 1000 },
    { atMs: 2000, idleMs: 500, ownMs: 2000 },
  ];
  const meter = createCoreMeter(() => readings.shift() ?? { atMs: 0, idleMs: 0, ownMs: 0 });
  expect(meter.free()).toBe(1.5);
  expect(meter.free(), 'too short a window keeps the last figure').toBe(1.5);
  expect(meter.free()).toBe(1);
});

it('a computation gets only as many threads as there are whole cores for', () => {
  expect(threadsFor(Number.POSITIVE_INFINITY, 4)).toBe(4);
  expect(threadsFor(1.5, 2)).toBe(1);
  expect(threadsFor(1.9, 2)).toBe(2);
  expect(threadsFor(0, 2)).toBe(1);
});
