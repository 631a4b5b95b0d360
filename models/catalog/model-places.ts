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

/**
 * Where the usual programs keep model files: as they document it, and as their own variables say. Ollama's folder holds
 * `manifests` and `blobs`, the others GGUF files at some depth.
 */
export function modelPlaces({ platform, home, env }: Surroundings): ModelPlace[] {
  const variable = (name: string): string | null => {
    const value = env[name];
    return value === undefined || value === '' ? null : value;
  };
  const data =
    platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : platform === 'win32'
        ? (variable('APPDATA') ?? join(home, 'AppData', 'Roaming'))
        : (variable('XDG_CONFIG_HOME') ?? join(home, '.config'));
  const local = platform === 'win32' ? (variable('LOCALAPPDATA') ?? join(home, 'AppData', 'Local')) : data;
  const cache =
    platform === 'darwin'
      ? join(home, 'Library', 'Caches')
      : platform === 'win32'
        ? local
        : (variable('XDG_CACHE_HOME') ?? join(home, '.cache'));
  const shared = platform === 'linux' ? (variable('XDG_DATA_HOME') ?? join(home, '.local', 'share')) : local;
  const huggingFace = variable('HF_HOME') ?? join(home, '.cache', 'huggingface');
  const at = (program: ModelProgram, ...folders: (string | null)[]): ModelPlace[] =>
    folders.flatMap((folder) => (folder === null ? [] : [{ program, folder }]));
  return [
    ...at('LM Studio', join(home, '.lmstudio', 'models'), join(home, '.cache', 'lm-studio', 'models')),
    ...at('Ollama', variable('OLLAMA_MODELS'), join(home, '.ollama', 'models')),
    ...at('Ollama', platform === 'linux' ? '/usr/share/ollama/.ollama/models' : null),
    ...at('GPT4All', join(shared, 'nomic.ai', 'GPT4All')),
    ...at('Jan', join(data, 'Jan', 'data'), join(home, 'jan', 'models')),
    ...at('llama.cpp', variable('LLAMA_CACHE') ?? join(cache, 'llama.cpp')),
    ...at('Hugging Face', variable('HF_HUB_CACHE') ?? join(huggingFace, 'hub')),
  ];
}
