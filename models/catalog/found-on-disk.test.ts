import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeGguf } from '../download/convert/write-gguf.ts';
import { findOnDisk } from './found-on-disk.ts';
import { modelPlaces } from './model-places.ts';

const home = mkdtempSync(join(tmpdir(), 'quipu-found-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const never = new AbortController().signal;
const model = (name: string): Uint8Array =>
  writeGguf(
    [
      ['general.architecture', { type: 'string', value: 'llama' }],
      ['general.name', { type: 'string', value: name }],
    ],
    [{ name: 'token_embd.weight', dimensions: [32, 2], encoding: 'f32', bytes: new Uint8Array(256) }],
  );
function put(path: string, content: string | Uint8Array): string {
  const whole = join(home, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}
const places = modelPlaces({ platform: 'linux', home, env: {} }).filter(({ folder }) =>
  folder.startsWith(home),
);

describe('models of other programs', () => {
  it('are found where each keeps them, with what they are', async () => {
    const lmStudio = put('.lmstudio/models/maker/Tiny-GGUF/Tiny-Q4.gguf', model('Tiny'));
    put('.lmstudio/models/maker/Tiny-GGUF/mmproj-Tiny.gguf', model('Eyes'));
    put('.lmstudio/models/maker/Big-GGUF/Big-00002-of-00003.gguf', model('Part'));
    const first = put('.lmstudio/models/maker/Big-GGUF/Big-00001-of-00003.gguf', model('Big'));
    put('.lmstudio/models/maker/Cut-GGUF/Cut.gguf', model('Cut').slice(0, 90));
    const gpt4All = put('.local/share/nomic.ai/GPT4All/old.Q4_0.gguf', model('Old'));
    const jan = put('.config/Jan/data/llamacpp/models/jan/model.gguf', model('Jan'));
    const llamaCpp = put('.cache/llama.cpp/some_model.gguf', model('Some'));
    const blob = put('.cache/huggingface/hub/models--a--b/blobs/abc', model('Hub'));
    const hub = join(home, '.cache/huggingface/hub/models--a--b/snapshots/1/b.gguf');
    mkdirSync(dirname(hub), { recursive: true });
    symlinkSync(blob, hub);
    const found = await findOnDisk(places, never);
    expect(found.map(({ program, name, path }) => ({ program, name, path }))).toEqual([
      { program: 'LM Studio', name: 'Big', path: first },
      { program: 'LM Studio', name: 'Tiny', path: lmStudio },
      { program: 'GPT4All', name: 'Old', path: gpt4All },
      { program: 'Jan', name: 'Jan', path: jan },
      { program: 'llama.cpp', name: 'Some', path: llamaCpp },
      { program: 'Hugging Face', name: 'Hub', path: hub },
    ]);
    expect(found.every(({ role, sizeBytes }) => role === 'chat' && sizeBytes > 0)).toBe(true);
  });

  it('of Ollama have the names that its manifests give them', async () => {
    const digest = 'a'.repeat(64);
    const layers = [
      { mediaType: 'application/vnd.ollama.image.template', digest: `sha256:${'b'.repeat(64)}` },
      { mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${digest}` },
    ];
    put('.ollama/models/manifests/registry.ollama.ai/library/tiny/1b', JSON.stringify({ layers }));
    put('.ollama/models/manifests/registry.ollama.ai/library/broken/1b', '{"layers":');
    const outside = [{ mediaType: 'application/vnd.ollama.image.model', digest: 'sha256:../../../secret' }];
    put('.ollama/models/manifests/registry.ollama.ai/library/odd/1b', JSON.stringify({ layers: outside }));
    const path = put(`.ollama/models/blobs/sha256-${digest}`, model(''));
    const found = await findOnDisk(
      places.filter(({ program }) => program === 'Ollama'),
      never,
    );
    expect(found).toEqual([expect.objectContaining({ name: 'tiny:1b', path, program: 'Ollama' })]);
  });

  it('are none where no such program is', async () => {
    expect(await findOnDisk([{ program: 'Jan', folder: join(home, 'nowhere') }], never)).toEqual([]);
  });
});

describe('the places', () => {
  it.each([
    ['darwin', {}, 'GPT4All', '/home/ada/Library/Application Support/nomic.ai/GPT4All'],
    ['linux', {}, 'GPT4All', '/home/ada/.local/share/nomic.ai/GPT4All'],
    ['linux', { OLLAMA_MODELS: '/big/ollama' }, 'Ollama', '/big/ollama'],
    ['linux', { HF_HOME: '/big/hf' }, 'Hugging Face', '/big/hf/hub'],
    ['darwin', {}, 'llama.cpp', '/home/ada/Library/Caches/llama.cpp'],
  ] as const)('on %s with %o hold those of %s in %s', (platform, env, program, folder) => {
    const known = modelPlaces({ platform, home: '/home/ada', env });
    expect(known).toContainEqual({ program, folder });
  });
});
