import { defineConfig } from 'vitest/config';

/** What is waited for comes; a busy computer needs seconds for it. */
const patience = { poll: { timeout: 20_000 } };
const ignored = ['**/node_modules/**', 'out/**', 'dist/**'];

export default defineConfig({
  test: {
    // Child processes, databases and models do not share two cores well.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          expect: patience,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...ignored, '**/*.model.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'model',
          expect: patience,
          include: ['**/*.model.test.ts'],
          exclude: ignored,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          expect: patience,
          include: ['**/*.spec.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
