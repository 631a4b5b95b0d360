import { expect, it, vi } from 'vitest';
import type { Status } from '#main/contract/sources.ts';
import { isAlive } from '#main/hosts/services/test-entries.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { type Place, testPlace } from './testing/run-cli.ts';

interface Found {
  readonly hits: readonly { readonly title: string }[];
}

function running(place: Place, name?: string): number[] {
  return place
    .services()
    .filter(({ service, pid }) => (name === undefined || service === name) && isAlive(pid))
    .map(({ pid }) => pid);
}

it('a model service that dies is started again, and a killed host leaves none of its processes', async () => {
  const place = testPlace(modelsFolder());
  place.write('Otters.md', '# Otters\n\nOtters sleep holding paws in the river.\n');
  place.write('Bread.md', '# Bread\n\nThe dough rests for two hours before baking.\n');
  const host = await place.watch();
  const status = await place.json<Status>('status');
  expect(status.chunks).toBeGreaterThan(0);
  expect(status.embedded).toBe(status.chunks);

  const [models = 0] = running(place, 'models');
  process.kill(models, 'SIGKILL');
  await vi.waitFor(() => expect(isAlive(models)).toBe(false));
  const found = await place.json<Found>('search', 'aquatic animals asleep', '--mode', 'vector');
  expect(found.hits[0]?.title).toBe('Otters');
  expect(running(place, 'models')).toHaveLength(1);

  const all = running(place);
  expect(all.length).toBeGreaterThanOrEqual(3);
  host.kill('SIGKILL');
  await vi.waitFor(() => expect(all.filter(isAlive)).toEqual([]), { timeout: 20_000 });
});
