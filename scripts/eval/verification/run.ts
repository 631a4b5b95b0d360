import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evalVerification, verificationInWords } from './verification.ts';

export const verificationUsage = 'quipu eval verification [DIR] [--json]';

/** `quipu eval verification [DIR]`: DIR holds judged collections to take further sentences from. */
export async function runVerification(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 2;
  }
  if (asked.dir !== null && !existsSync(asked.dir)) {
    console.error(`There is nothing at “${asked.dir}”.`);
    return 1;
  }
  const report = await evalVerification(asked.dir);
  console.log(asked.json ? JSON.stringify(report) : verificationInWords(report));
  return 0;
}

function readArguments(args: readonly string[]): { dir: string | null; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [dir, ...more] = positionals;
    if (more.length > 0) return `Usage: ${verificationUsage}`;
    return { dir: dir === undefined ? null : resolve(dir), json: values.json };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\nUsage: ${verificationUsage}`;
  }
}
