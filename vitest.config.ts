import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', 'out/**', 'dist/**'];

export default defineConfig({
  test: {
    // Child processes, databases and models do not share two cores well.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...ignored, '**/*.model.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'model',
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
