// The command line from a checkout: hands over to the right Node. Plain JavaScript, for Node 20 and later.
import { handOver } from './bootstrap/hand-over.mjs';
import { measuring } from './bootstrap/measuring.mjs';
import { orOneLine, setUp } from './bootstrap/set-up.mjs';

const args = process.argv.slice(2);
process.exitCode = await orOneLine(async () => {
  const { node } = await setUp(['kernel']);
  const measured = measuring(args);
  return measured === null
    ? handOver(node, 'main/hosts/cli/main.ts', args)
    : handOver(node, 'scripts/measure.ts', measured);
});
