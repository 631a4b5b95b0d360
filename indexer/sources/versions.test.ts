import { expect, it } from 'vitest';
import { newestVersions, parserVersionOf, parserVersions, readingVersion } from './versions.ts';

it('what the ledger keeps is newest where parser and rules are, and old for any parser before them', () => {
  for (const [id, version] of Object.entries(parserVersions)) {
    const newest = newestVersions.get(id);
    expect(readingVersion(version)).toBe(newest);
    expect(parserVersionOf(readingVersion(version))).toBe(version);
    expect(readingVersion(version - 1)).toBeLessThan(newest ?? 0);
    // What libraries kept before secrets were withheld.
    expect(version).toBeLessThan(newest ?? 0);
  }
});
