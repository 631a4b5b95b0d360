/**
 * Sees to it that both starter models are on this computer and right, then writes the stamp that its first argument
 * names; the second is what the folder depends on, kept there. Called by starter-models.mjs.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { catalogued, starterChat, starterEmbedder } from '#models/catalog/catalog.ts';
import { modelsFolder } from '#models/catalog/folders.ts';
import { findModel } from '#models/catalog/installed.ts';
import { getModel } from '#models/download/get-model.ts';
import { checkModelFile } from '#models/runtime/model-file.ts';

const never = new AbortController().signal;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

async function ensureModel(modelId: string): Promise<string> {
  const folder = modelsFolder();
  const found = findModel(modelId);
  if (found !== null && (await isRight(found))) return found;
  const { name = modelId, file = '' } = catalogued(modelId) ?? {};
  for await (const { phase, receivedBytes, totalBytes } of getModel(modelId, folder, never)) {
    const share =
      phase === 'downloading' ? ` ${megabytes(receivedBytes)} of ${megabytes(totalBytes)} MB` : '';
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[KGetting ${name}: ${phase}${share}`);
  }
  console.error(`${process.stderr.isTTY ? '\r\u001b[K' : ''}Got ${name} (${file})`);
  return join(folder, file);
}

async function isRight(path: string): Promise<boolean> {
  try {
    await checkModelFile(path);
    return true;
  } catch {
    console.error(`${path} is damaged and is being replaced.`);
    return false;
  }
}

try {
  const files = [];
  for (const modelId of [starterEmbedder, starterChat]) {
    const path = await ensureModel(modelId);
    const { size, mtimeMs } = statSync(path);
    files.push({ path, sizeBytes: size, modifiedMs: mtimeMs });
  }
  const [, , stamp = '', choice = ''] = process.argv;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ choice, files }));
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  const files = [starterEmbedder, starterChat].map((modelId) => catalogued(modelId)?.file).join(' and ');
  console.error(
    `${error.message} The first run needs the network, or ${files} put into ${modelsFolder()} by hand.`,
  );
  process.exitCode = 1;
}
