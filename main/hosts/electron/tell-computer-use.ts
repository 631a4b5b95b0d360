import type { ComputerNews } from '#main/app/computer/told-computer.ts';
import type { ServiceSpawner } from '#main/hosts/services/service.ts';
import type { ShellPower } from './platform.ts';

const tellMs = 5_000;

/** Tells each engine that is started how the computer is used, which Electron's main process alone can know. */
export function tellComputerUse(spawner: ServiceSpawner, power: ShellPower): ServiceSpawner {
  return {
    async spawn(name, env) {
      const service = await spawner.spawn(name, env);
      if (name !== 'engine') return service;
      const tell = (): void => service.port.postMessage(newsOf(power));
      tell();
      const timer = setInterval(tell, tellMs);
      void service.exited.then(() => clearInterval(timer));
      return service;
    },
  };
}

function newsOf(power: ShellPower): ComputerNews {
  const idleMs = power.getSystemIdleTime() * 1000;
  return { type: 'computer', idleMs, onBattery: power.isOnBatteryPower() };
}
