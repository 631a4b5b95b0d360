import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { modelServiceEnvironment } from './environment.ts';
import type { ServeOptions, ServingPort } from './serve-models.ts';

/** A model service in a process of its own, as tests and measurements start it without a host. */
export interface ForkedService {
  readonly port: ServingPort;
  readonly pid: number;
  /** Ends it as a crash would: SIGKILL. */
  kill(): Promise<void>;
}

export async function forkService(options: ServeOptions = {}): Promise<ForkedService> {
  const child = fork(
    fileURLToPath(new URL('./forked-entry.ts', import.meta.url)),
    [JSON.stringify(options)],
    {
      serialization: 'advanced',
      execArgv: [],
      env: { ...process.env, ...modelServiceEnvironment() },
    },
  );
  await once(child, 'spawn');
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  return { port: portTo(child), pid: child.pid ?? 0, kill };
}

function portTo(child: ChildProcess): ServingPort {
  return {
    postMessage: (message) => {
      if (child.connected) child.send(message as object, () => undefined);
    },
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void): void => {
      if (event === 'message') child.on('message', (data) => listener({ data }));
      else child.once('exit', () => listener({ data: undefined }));
    },
  };
}
