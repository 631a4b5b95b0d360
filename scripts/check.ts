/** Runs every static check side by side and prints what failed. Exit code 1 where one did. */
import { spawn } from 'node:child_process';

const layers = ['main', 'indexer', 'models', 'renderer', 'scripts'];

const checks: readonly (readonly [name: string, ...command: [string, ...string[]]])[] = [
  ['types', 'tsc', '-p', '.'],
  ['types of the renderer', 'tsc', '-p', 'renderer'],
  ['types of the browser tests', 'tsc', '-p', 'renderer/testing'],
  ['types of the preload', 'tsc', '-p', 'main/hosts/electron/preload'],
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['import layers', 'depcruise', '--config', '.dependency-cruiser.mjs', ...layers],
  ['dead code and dependencies', 'knip', '--no-progress'],
];

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

function run(name: string, command: string, args: readonly string[]): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ name, passed: code === 0, output, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

const outcomes = await Promise.all(checks.map(([name, command, ...args]) => run(name, command, args)));
for (const { name, passed, output, seconds } of outcomes) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(output);
}
process.exitCode = outcomes.every((outcome) => outcome.passed) ? 0 : 1;
