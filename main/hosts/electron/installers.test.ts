import { readFileSync } from 'node:fs';
import type { Configuration } from 'electron-builder';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const installers = parse(
  readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8'),
) as Configuration;

test('the fuses leave no way into the program but its own archive', () => {
  expect(installers.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('installers hold what was built and no sources, register no address scheme and look for no update', () => {
  const included = (installers.files as string[]).filter((pattern) => !pattern.startsWith('!'));
  expect(included.filter((pattern) => !/^(out|node_modules)\//.test(pattern))).toEqual([
    'main/hosts/electron/resources/*.png',
  ]);
  expect(installers).not.toHaveProperty('protocols');
  expect(installers.publish).toBeNull();
});

test('native modules lie outside the archive', () => {
  expect(installers.asar).toBe(true);
  expect(installers.asarUnpack).toEqual(
    expect.arrayContaining(['node_modules/better-sqlite3/prebuilds/**', 'node_modules/@node-llama-cpp/**']),
  );
});
