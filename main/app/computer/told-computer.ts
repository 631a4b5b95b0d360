import type { Computer, ComputerUse } from './computer.ts';

/** What a host that knows tells its engine over the control port. */
export interface ComputerNews {
  readonly type: 'computer';
  readonly idleMs: number;
  readonly onBattery: boolean;
}

/** Until the host has spoken, somebody is taken to be there: what waits is begun late rather than cut short. */
const untold: ComputerUse = { idleMs: { is: 0 }, onBattery: { is: false } };

/** The computer as the host that started this engine tells of it. */
export function toldComputer(control: {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}): Computer {
  let use = untold;
  control.on('message', ({ data }) => {
    // The control port carries other messages too.
    const news = data as ComputerNews | null;
    if (news?.type !== 'computer') return;
    use = { idleMs: { is: news.idleMs }, onBattery: { is: news.onBattery } };
  });
  return { use: () => use };
}
