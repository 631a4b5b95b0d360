import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Comparison, Standing } from '#main/contract/comparisons.ts';
import { starterChat } from '#models/catalog/catalog.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { findModel } from '#models/catalog/installed.ts';
import { testPlace } from './testing/run-cli.ts';

vi.setConfig({ testTimeout: 180_000 });

it('two models write over the same passages, one is voted for, and the table tells', async () => {
  const place = testPlace(modelsFolder());
  place.write('Boiler.md', '# Boiler\n\nThe repair of the boiler costs 900 euros, says the plumber.\n');
  await place.json('add', place.files);
  await place.json('index');
  const twin = join(place.files, '..', 'Twin.gguf');
  cpSync(findModel(starterChat) ?? '', twin);
  await place.json('models', 'import', twin);

  const models = [starterChat, basename(twin)];
  const asked = [
    'ask',
    'How much does the repair of the boiler cost?',
    '--models',
    models.join(','),
    '--blind',
  ];
  const made = await place.json<Comparison>('compare', ...asked);
  expect(made.sides).toHaveLength(2);
  expect(made.sides.map(({ name, failed }) => [name, failed])).toEqual([
    [null, null],
    [null, null],
  ]);
  // The same weights, told apart by nothing but their files.
  expect(made.sides[0]?.sentences).toEqual(made.sides[1]?.sentences);
  for (const { firstTokenMs, tokensPerSecond } of made.sides) {
    expect(firstTokenMs).toBeGreaterThan(0);
    expect(tokensPerSecond).toBeGreaterThan(1);
  }

  const voted = await place.json<Comparison>('compare', 'vote', String(made.comparisonId), '1');
  expect(voted.sides.map(({ model }) => model).toSorted()).toEqual(models.toSorted());
  const { standings } = await place.json<{ standings: Standing[] }>('compare', 'table');
  expect(standings.map(({ model, wins, voted: votes }) => [model, wins, votes])).toEqual([
    [voted.sides[0]?.model, 1, 1],
    [voted.sides[1]?.model, 0, 1],
  ]);
  expect(await place.json('compare', 'clear')).toEqual({ removed: 1 });
});
