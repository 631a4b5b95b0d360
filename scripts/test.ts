/**
 * The whole suite, in stages: static checks, then tests without a model, with models, and in a browser.
 * Ends with one line, "N passed, N failed, N skipped". Arguments name the stages to run: check, unit, model, browser.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';

const stages = ['check', 'unit', 'model', 'browser'] as const;
type Stage = (typeof stages)[number];

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function runStage(stage: Stage): Counts {
  if (stage === 'check') {
    const passed = run(process.execPath, ['scripts/check.ts']);
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
  }
  const file = `out/test/${stage}.json`;
  rmSync(file, { force: true });
  const passed = run('vitest', [
    'run',
    '--project',
    stage,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const counts = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A file that fails to load runs no test of its own, yet it failed.
  const broken = counts.testResults.filter(
    (r) => r.status === 'failed' && r.assertionResults.length === 0,
  ).length;
  const failed = counts.numFailedTests + broken;
  return {
    passed: counts.numPassedTests,
    failed: passed ? failed : Math.max(failed, 1),
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

mkdirSync('out/test', { recursive: true });
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !stages.some((stage) => stage === name));
if (unknown !== undefined) {
  console.error(`There is no stage "${unknown}"; the stages are ${stages.join(', ')}.`);
  process.exit(2);
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage)) continue;
  const started = performance.now();
  console.log(`\n== ${stage}`);
  const counts = runStage(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  console.log(`${stage}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
