import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Settings } from '#main/contract/settings.ts';
import { type ComputerUse, unknownComputer } from './computer/computer.ts';
import { linuxComputer } from './computer/linux-computer.ts';
import { createHoldBack } from './hold-back.ts';

const free: Settings = {
  ...{ theme: 'system', language: 'system', embedder: null, chat: null },
  ...{ onlyWhenIdle: false, notOnBattery: false, pausedUntil: null, modelFiles: [], speed: null },
};

function holding(chosen: Partial<Settings>, use: ComputerUse) {
  const now = { settings: { ...free, ...chosen }, use };
  const onChange = vi.fn();
  const holdBack = createHoldBack({
    settings: () => now.settings,
    computer: { use: () => now.use },
    onChange,
  });
  onTestFinished(() => holdBack.close());
  return { now, holdBack, onChange };
}
const inUse: ComputerUse = { idleMs: { is: 1_000 }, onBattery: { is: true } };
const atRest: ComputerUse = { idleMs: { is: 600_000 }, onBattery: { is: false } };

describe('what reading and embedding wait for', () => {
  it('nothing, unless a person says so', () => {
    expect(holding({}, inUse).holdBack.held()).toBeNull();
    expect(holding({ onlyWhenIdle: true, notOnBattery: true }, atRest).holdBack.held()).toBeNull();
  });

  it('an idle computer and mains power, as they change', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { now, holdBack, onChange } = holding({ onlyWhenIdle: true, notOnBattery: true }, inUse);
    expect(holdBack.held()).toBe('Waits for mains power.');
    now.use = { ...inUse, onBattery: { is: false } };
    vi.advanceTimersByTime(5_000);
    expect(holdBack.held()).toBe('Waits until the computer is idle.');
    now.use = atRest;
    vi.advanceTimersByTime(5_000);
    expect(holdBack.held()).toBeNull();
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('the end of a pause', () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const { now, holdBack } = holding({ pausedUntil: soon }, atRest);
    expect(holdBack.held()).toMatch(/^Paused until \d\d:\d\d\.$/);
    now.settings = { ...free, pausedUntil: '9999-01-01T00:00:00Z' };
    holdBack.renew();
    expect(holdBack.held()).toBe('Paused until you resume it.');
    now.settings = { ...free, pausedUntil: '2020-01-01T00:00:00Z' };
    holdBack.renew();
    expect(holdBack.held()).toBeNull();
  });

  it('nothing that can’t be known, which is said', () => {
    const holdBack = createHoldBack({
      settings: () => ({ ...free, onlyWhenIdle: true, notOnBattery: true }),
      computer: unknownComputer,
      onChange: () => undefined,
    });
    onTestFinished(() => holdBack.close());
    expect(holdBack.held()).toBeNull();
    expect(holdBack.unavailable().notOnBattery).toContain('desktop app');
  });
});

describe('Linux without a desktop', () => {
  function powered(supplies: Readonly<Record<string, Readonly<Record<string, string>>>>) {
    const sys = mkdtempSync(join(tmpdir(), 'quipu-sys-'));
    onTestFinished(() => rmSync(sys, { recursive: true, force: true }));
    for (const [name, values] of Object.entries(supplies)) {
      const folder = join(sys, 'class/power_supply', name);
      mkdirSync(folder, { recursive: true });
      for (const [file, value] of Object.entries(values)) writeFileSync(join(folder, file), `${value}\n`);
    }
    return linuxComputer({ ownPids: () => [], sys }).use().onBattery;
  }

  it('runs on battery when one is discharged and nothing is plugged in; a mouse’s battery is none', () => {
    const battery = { type: 'Battery', status: 'Discharging' };
    const mains = { type: 'Mains', online: '0' };
    expect(powered({ BAT0: battery, AC: mains })).toEqual({ is: true });
    expect(powered({ BAT0: battery, AC: { ...mains, online: '1' } })).toEqual({ is: false });
    expect(powered({ BAT0: { ...battery, status: 'Full' } })).toEqual({ is: false });
    const none = { unknown: 'This computer has no battery.' };
    expect(powered({ mouse: { ...battery, scope: 'Device' } })).toEqual(none);
    expect(powered({})).toEqual(none);
  });

  it('is in use while other programs work, and not by the work of its own services', () => {
    const proc = mkdtempSync(join(tmpdir(), 'quipu-proc-'));
    onTestFinished(() => rmSync(proc, { recursive: true, force: true }));
    const service = (ticks: number): void => {
      mkdirSync(join(proc, '42'), { recursive: true });
      writeFileSync(join(proc, '42/stat'), `42 (a) b) S ${'0 '.repeat(10)}${ticks} 0 0`);
    };
    const times = { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 };
    const computer = linuxComputer({ ownPids: () => [42], proc, processors: () => [{ times }] });
    const isInUse = (user: number, idle: number, ownMs: number): boolean => {
      times.user += user;
      times.idle += idle;
      service(ownMs / 10);
      const { idleMs } = computer.use();
      return 'is' in idleMs && idleMs.is === 0;
    };
    expect(isInUse(1_000, 1_000, 0)).toBe(true);
    expect(isInUse(50, 950, 0)).toBe(false);
    expect(isInUse(900, 100, 850)).toBe(false);
    expect(isInUse(900, 100, 850)).toBe(true);
  });
});
