// What npm's scripts call: makes the checkout ready for a task and hands over to it. Plain JavaScript without
// packages, for Node 20 and later.
import { handOver } from './hand-over.mjs';
import { orOneLine, setUp } from './set-up.mjs';

/** @type {Record<string, { parts: readonly import('./set-up.mjs').Part[], script: string, leading?: readonly string[] }>} */
const tasks = {
  demo: { parts: ['kernel', 'renderer', 'models'], script: 'scripts/demo/demo.ts' },
  test: { parts: ['kernel', 'renderer', 'models', 'chromium'], script: 'scripts/test.ts' },
  check: { parts: [], script: 'scripts/check.ts' },
  start: { parts: ['kernel'], script: 'scripts/start.ts' },
  bench: { parts: ['kernel', 'models'], script: 'scripts/measure.ts', leading: ['bench'] },
  screenshots: { parts: ['kernel', 'models', 'chromium'], script: 'scripts/screenshots/screenshots.ts' },
  torture: { parts: ['kernel', 'models'], script: 'scripts/torture/torture.ts' },
};

const [, , name = '', ...args] = process.argv;
const task = tasks[name];
process.exitCode = await orOneLine(async () => {
  if (task === undefined) {
    process.stderr.write(`There is no task "${name}"; the tasks are ${Object.keys(tasks).join(', ')}.\n`);
    return 2;
  }
  const { node, env } = await setUp(partsFor(name, args) ?? task.parts);
  return handOver(node, task.script, [...(task.leading ?? []), ...args], env);
});

/**
 * Single stages of the tests need no more than they use.
 * @param {string} task
 * @param {readonly string[]} stages
 * @returns {readonly import('./set-up.mjs').Part[] | null}
 */
function partsFor(task, stages) {
  if (task !== 'test' || stages.length === 0 || stages.includes('browser')) return null;
  return stages.includes('model') ? ['kernel', 'models'] : ['kernel'];
}
