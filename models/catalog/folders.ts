import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Names the folder that holds the models instead of the platform's cache folder. */
const modelsVariable = 'QUIPU_MODELS_DIR';

/** The folder that models are looked for in and fetched into. It may not exist yet. */
export function modelsFolder(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env[modelsVariable];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return join(envPaths('quipu', { suffix: '' }).cache, 'models');
}
