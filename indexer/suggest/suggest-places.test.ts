import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { suggestPlaces } from './suggest-places.ts';

interface Home {
  readonly home: string;
  put(path: string, content?: string): string;
  suggested(platform?: NodeJS.Platform): Promise<readonly unknown[]>;
}

function makeHome(): Home {
  const home = mkdtempSync(join(tmpdir(), 'quipu-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return {
    home,
    put(path, content = 'text') {
      const whole = join(home, path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, content);
      return whole;
    },
    async suggested(platform = 'linux') {
      const found = suggestPlaces({ platform, home, env: {} }, new AbortController().signal);
      const places = await Array.fromAsync(found);
      return places.map(({ path, kind, program, files, bytes }) => [
        path.slice(home.length + 1),
        kind,
        program,
        files,
        bytes,
      ]);
    },
  };
}

it('papers are where the system says, in any language, counted by what may be read', async () => {
  const { put, suggested } = makeHome();
  put('.config/user-dirs.dirs', 'XDG_DOCUMENTS_DIR="$HOME/Dokumente"\nXDG_DESKTOP_DIR="$HOME/"\n');
  put('Dokumente/rent.pdf', '12345');
  put('Dokumente/2025/letter.docx', '123');
  put('Dokumente/setup.exe', 'no');
  put('Dokumente/node_modules/a/readme.md', 'no');
  put('Documents/old.txt', 'not where documents are');
  expect(await suggested()).toEqual([['Dokumente', 'documents', '', 2, 8]]);
});

it('mail of programs is found in their profiles, and Maildirs wherever they lie', async () => {
  const { put, suggested } = makeHome();
  put('.thunderbird/x1.default/ImapMail/mail.example/INBOX', 'From ');
  put('.thunderbird/x1.default/ImapMail/mail.example/INBOX.msf');
  put('.thunderbird/x1.default/logins.json');
  put('.thunderbird/profiles.ini');
  put('archive/post/cur/1700000000.M1P1.host:2,S', 'mail');
  for (const folder of ['new', 'tmp']) put(`archive/post/${folder}/.keep`);
  expect(await suggested()).toEqual([
    ['.thunderbird/x1.default/ImapMail', 'mail', 'Thunderbird', 1, 5],
    ['archive/post', 'mail', '', 1, 4],
  ]);
});

it('vaults of notes programs are found by their folders of settings, but not what only looks like one', async () => {
  const { put, suggested } = makeHome();
  put('things/Brain/.obsidian/app.json');
  put('things/Brain/Idea.md');
  put('graph/logseq/config.edn');
  put('graph/pages/a.md');
  put('code/logseq/readme.md');
  put('.cache/Vault/.obsidian/app.json');
  put('.cache/Vault/a.md');
  const found = await suggested();
  expect(found).toContainEqual(['things/Brain', 'notes', 'Obsidian', 1, 4]);
  expect(found.map((place) => (place as unknown[])[0]).sort()).toEqual(['graph', 'things/Brain']);
});

it('exports are known by the names that services give them', async () => {
  const { put, suggested } = makeHome();
  const exported = [
    'takeout-20260102T030405Z-001.zip',
    'WhatsApp Chat with Marta.zip',
    'Acme Slack export Jan 1 2026 - Feb 1 2026.zip',
    'All mail.mbox',
    'Notebook.enex',
  ];
  for (const name of [...exported, 'holiday.zip', 'setup.dmg', 'whatsapp-setup.exe'])
    put(`Downloads/${name}`);
  put('Downloads/ChatExport_2026-01-05/result.json');
  const found = (await suggested()) as unknown[][];
  expect(found.map(([path]) => path).sort()).toEqual(
    [...exported, 'ChatExport_2026-01-05'].map((name) => `Downloads/${name}`).sort(),
  );
  expect(found.every(([, kind]) => kind === 'export')).toBe(true);
});

it('a place is suggested once, and nothing behind a link below it is counted', async () => {
  const { home, put, suggested } = makeHome();
  put('Papers/a.md', '1');
  put('elsewhere/b.md', '22');
  symlinkSync(join(home, 'Papers'), join(home, 'Documents'));
  symlinkSync(join(home, 'Papers'), join(home, 'Desktop'));
  symlinkSync(join(home, 'elsewhere'), join(home, 'Papers', 'more'));
  expect(await suggested()).toEqual([['Papers', 'documents', '', 1, 1]]);
});

it('nothing is found in an empty home, and leaving ends the look', async () => {
  const { home, put, suggested } = makeHome();
  expect(await suggested()).toEqual([]);
  expect(await suggested('darwin')).toEqual([]);
  put('Documents/a.md');
  const leaving = new AbortController();
  leaving.abort();
  const look = suggestPlaces({ platform: 'linux', home, env: {} }, leaving.signal);
  await expect(look.next()).rejects.toThrow();
});
