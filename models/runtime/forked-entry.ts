import { type ServeOptions, serveModels } from './serve-models.ts';

process.on('disconnect', () => process.exit(0));
serveModels(
  {
    postMessage: (message) => {
      if (process.connected) process.send?.(message);
    },
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void): void => {
      if (event === 'message') process.on('message', (data) => listener({ data }));
    },
  },
  // Written by forked-service.ts.
  JSON.parse(process.argv[2] ?? '{}') as ServeOptions,
);
