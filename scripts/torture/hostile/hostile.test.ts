import { expect, it } from 'vitest';
import { readHostileSet } from './hostile.ts';

it('files that mean harm end in a state with a reason, ask for nothing, and leave their neighbours be', async () => {
  const { problems, files } = await readHostileSet({ quickOnly: true });
  expect(problems).toEqual([]);
  expect(files).toBeGreaterThanOrEqual(60);
}, 120_000);
