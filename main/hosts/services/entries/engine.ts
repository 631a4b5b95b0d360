import { RPCHandler } from '@orpc/server/ws';
import { type Computer, unknownComputer } from '#main/app/computer/computer.ts';
import { linuxComputer } from '#main/app/computer/linux-computer.ts';
import { toldComputer } from '#main/app/computer/told-computer.ts';
import { openEngine } from '#main/app/engine.ts';
import { foldersOf } from '#main/app/folders.ts';
import { openByDesktop } from '#main/app/open-file.ts';
import { Fault } from '#main/contract/fault.ts';
import { type CountedSpawner, countedSpawner } from '../counted-spawner.ts';
import { libraryVariable, onStopRequest, reportFault, reportReady } from '../engine-control.ts';
import { startGuard } from '../guard.ts';
import { createHostSpawner } from '../host-spawner.ts';
import { errorFields, openLog } from '../logs/logs.ts';
import { createNodeSpawner } from '../node-spawner.ts';
import { followHost, inElectron, ownPort } from '../own-port.ts';
import { engineAddress } from '../socket/address.ts';
import { serveSocket } from '../socket/serve.ts';

// What this process makes is for its user alone, sockets and logs included.
process.umask(0o077);
startGuard();
followHost();
const port = ownPort();
const { [libraryVariable]: libraryDir } = process.env;
const folders = foldersOf(libraryDir);
const log = openLog(folders.logs, 'engine');

const damageToldMs = 500;

/** A bug is loud: it is logged, the engine ends, and its host starts it again. */
function onBug(error: unknown): void {
  log.error('bug', errorFields(error));
  void log.close().then(() => process.exit(70));
}
process.on('uncaughtException', onBug);
process.on('unhandledRejection', onBug);

/** The caller that met the damage is told first; the next engine sets the library aside. */
function onDamage(): void {
  log.error('library-damaged');
  setTimeout(() => void log.close().then(() => process.exit(70)), damageToldMs);
}

try {
  const spawner = countedSpawner(inElectron() ? createHostSpawner(port) : createNodeSpawner(log));
  const computer = computerAround(spawner);
  const engine = openEngine({ folders, spawner, computer, log, openFile: openByDesktop, onDamage });
  const handler = new RPCHandler(engine.router);
  const address = engineAddress(folders.library);
  const socket = await serveSocket(address, (front) => void handler.upgrade(front), log);
  onStopRequest(port, () => {
    void stop(socket, engine);
  });
  log.info('engine-ready');
  reportReady(port, address);
} catch (error) {
  log.error('engine-not-opened', errorFields(error));
  reportFault(port, error instanceof Fault ? error : new Fault('unexpected', { log: log.path }, error));
}

function computerAround({ pids }: CountedSpawner): Computer {
  if (inElectron()) return toldComputer(port);
  return process.platform === 'linux' ? linuxComputer({ ownPids: pids }) : unknownComputer;
}

async function stop(...parts: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of parts) await part.close();
  log.info('engine-stopped');
  await log.close();
  process.exit(0);
}
