import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const everyMs = 200;

/** Peaks of resident memory in MB, of a process and of the largest of its children, in each quarter of its time. */
export interface MemorySeen {
  readonly own: readonly number[];
  readonly child: readonly number[];
}

/** Looks at the memory of a process and its children until `stop` is called. */
export function watchMemory(pid: number): { stop(): MemorySeen } {
  const samples: { own: number; child: number }[] = [];
  const look = async (): Promise<void> => {
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    const sizes = (column: number): number[] =>
      rows.filter((row) => row[column] === pid).map((row) => (row[2] ?? 0) / 1024);
    samples.push({ own: Math.max(0, ...sizes(0)), child: Math.max(0, ...sizes(1)) });
  };
  // A look that fails is made up for by the next.
  const timer = setInterval(() => void look().catch(() => undefined), everyMs);
  return {
    stop() {
      clearInterval(timer);
      const quarter = Math.ceil(samples.length / 4) || 1;
      const peaks = (of: 'own' | 'child'): number[] =>
        [0, 1, 2, 3].map((index) =>
          Math.round(
            Math.max(0, ...samples.slice(index * quarter, (index + 1) * quarter).map((one) => one[of])),
          ),
        );
      return { own: peaks('own'), child: peaks('child') };
    },
  };
}
