import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ForkOptions } from 'electron';
import { type HandingPort, handedPort } from '#main/hosts/services/own-port.ts';
import type { ServicePort } from '#main/hosts/services/service.ts';
import type { ShellChild, ShellPort } from '../platform.ts';

/** What runs in a faked utility process: a service's program, with the port that the service would have. */
export type Program = (port: ServicePort & HandingPort, child: FakeChild) => void;

export class FakeChild extends EventEmitter implements ShellChild {
  readonly stderr = new PassThrough();
  readonly parentPort = new EventEmitter();
  pid: number | undefined;

  postMessage(data: unknown, ports: readonly ShellPort[] = []): void {
    setImmediate(() => this.parentPort.emit('message', { data, ports }));
  }

  exit(code: number): void {
    if (this.pid === undefined) return;
    this.pid = undefined;
    this.emit('exit', code);
  }

  kill(): boolean {
    const running = this.pid !== undefined;
    setImmediate(() => this.exit(0));
    return running;
  }
}

interface Forked {
  readonly modulePath: string;
  readonly options: ForkOptions;
  readonly child: FakeChild;
}

/** Runs programs by the name of their entry in this very process; those without one never start. */
export function fakeUtilities(programs: Readonly<Record<string, Program>>) {
  const forked: Forked[] = [];
  return {
    forked,
    fork(modulePath: string, _words?: string[], options: ForkOptions = {}): FakeChild {
      const child = new FakeChild();
      forked.push({ modulePath, options, child });
      child.pid = 1000 + forked.length;
      const program = programs[modulePath.replace(/^.*[\\/]|\.js$/g, '')];
      setImmediate(() => {
        if (program === undefined) return child.exit(1);
        program(handedPort(child.parentPort as EventEmitter & HandingPort), child);
        child.emit('spawn');
      });
      return child;
    },
  };
}
