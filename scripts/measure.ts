/** `quipu eval …` and `quipu bench …`: the measurements, which come with a checkout and not with the app. */
import { runBench } from './bench/bench.ts';
import { runEval } from './eval/eval.ts';

const [, , what, ...args] = process.argv;
process.exitCode = what === 'eval' ? await runEval(args) : await runBench(args);
