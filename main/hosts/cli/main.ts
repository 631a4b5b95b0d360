import { run } from './run.ts';
import { endWithPipe } from './terminal.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second time the person means it; the services end with their host.
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  });
}
endWithPipe();
process.exitCode = await run(process.argv.slice(2), interruption.signal);
