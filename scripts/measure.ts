/** `quipu eval …` and `quipu bench …`: the measurements, which come with a checkout and not with the app. */
import { enableCompileCache } from 'node:module';
import { cacheFolder } from '#main/app/folders.ts';
import { runBench } from './bench/bench.ts';
import { runEval } from './eval/eval.ts';

// The services that are measured start as those of the command line do.
enableCompileCache(cacheFolder('compiled'));
const [, , what, ...args] = process.argv;
process.exitCode = what === 'eval' ? await runEval(args) : await runBench(args);
