import { join } from 'node:path';

/** Whose program keeps models there. */
export type ModelProgram = 'LM Studio' | 'Ollama' | 'GPT4All' | 'Jan' | 'llama.cpp' | 'Hugging Face';

export interface ModelPlace {
  readonly program: ModelProgram;
  readonly folder: string;
}

/** What tells where programs keep their things on a computer. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The system's own folders for what programs keep. */
function baseFolders({ platform, home, env }: Surroundings): { config: string; data: string; cache: string } {
  const at = (variable: string, ...usual: string[]): string => env[variable] || join(home, ...usual);
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support');
    return { config: support, data: support, cache: join(home, 'Library', 'Caches') };
  }
  if (platform === 'win32') {
    const local = at('LOCALAPPDATA', 'AppData', 'Local');
    return { config: at('APPDATA', 'AppData', 'Roaming'), data: local, cache: local };
  }
  return {
    config: at('XDG_CONFIG_HOME', '.config'),
    data: at('XDG_DATA_HOME', '.local', 'share'),
    cache: at('XDG_CACHE_HOME', '.cache'),
  };
}

/**
 * Where the usual programs keep model files: as they document it, and as their own variables say. Ollama's folder holds
 * `manifests` and `blobs`, the others GGUF files at some depth.
 */
export function modelPlaces(surroundings: Surroundings): ModelPlace[] {
  const { platform, home, env } = surroundings;
  const { config, data, cache } = baseFolders(surroundings);
  const huggingFace = env['HF_HOME'] || join(home, '.cache', 'huggingface');
  const at = (program: ModelProgram, ...folders: (string | undefined)[]): ModelPlace[] =>
    folders.flatMap((folder) => (folder ? [{ program, folder }] : []));
  return [
    ...at('LM Studio', join(home, '.lmstudio', 'models'), join(home, '.cache', 'lm-studio', 'models')),
    ...at('Ollama', env['OLLAMA_MODELS'], join(home, '.ollama', 'models')),
    ...(platform === 'linux' ? at('Ollama', '/usr/share/ollama/.ollama/models') : []),
    ...at('GPT4All', join(data, 'nomic.ai', 'GPT4All')),
    ...at('Jan', join(config, 'Jan', 'data'), join(home, 'jan', 'models')),
    ...at('llama.cpp', env['LLAMA_CACHE'] || join(cache, 'llama.cpp')),
    ...at('Hugging Face', env['HF_HUB_CACHE'] || join(huggingFace, 'hub')),
  ];
}
