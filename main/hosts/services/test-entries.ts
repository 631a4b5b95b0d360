import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ServiceName } from './service.ts';

const outFolder = fileURLToPath(new URL('../../../out/', import.meta.url));
const servicesUrl = new URL('./', import.meta.url).href;

/**
 * A folder of small real services for a test, inside the repository, so that type stripping and a parser's
 * permissions hold. Each program may import from `SERVICES/…`.
 */
export function testEntries(programs: Partial<Record<ServiceName | 'host', string>>): URL {
  mkdirSync(outFolder, { recursive: true });
  const dir = mkdtempSync(join(outFolder, 'test-services-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, program] of Object.entries(programs)) {
    writeFileSync(join(dir, `${name}.ts`), program.replaceAll('SERVICES/', servicesUrl));
  }
  return new URL(`${pathToFileURL(dir).href}/`);
}

/** Whether a process of this id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
