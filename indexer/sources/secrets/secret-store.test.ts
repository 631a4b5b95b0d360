import { describe, expect, it } from 'vitest';
import { isSecretPath, isSecretStore } from './secret-store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('isSecretPath', () => {
  it.each([
    '/home/ana/.ssh/config',
    '/home/ana/keys/id_ed25519',
    'C:\\Users\\ana\\.aws\\credentials',
    '/home/ana/.docker/config.json',
    '/home/ana/vault.kdbx',
    '/home/ana/site/.env.local',
    '/home/ana/Chrome/Default/Login Data',
    '/home/ana/UTC--2024-01-01T00-00-00Z--abc',
  ])('%s is never opened', (path) => expect(isSecretPath(path)).toBe(true));

  it.each([
    '/home/ana/keys/id_ed25519.pub',
    '/home/ana/notes/credentials.md',
    '/home/ana/notes/key.txt',
    '/home/ana/environment.md',
    '/home/ana/ssh notes/plan.md',
  ])('%s may be opened', (path) => expect(isSecretPath(path)).toBe(false));
});

describe('isSecretStore', () => {
  it.each([
    ['passwords.csv', 'name,url,username,password,note\nbank,https://b.example,ana,x,\n'],
    ['export.txt', '"url","username","password","httpRealm","formActionOrigin"\n'],
    [
      'bitwarden.txt',
      'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n',
    ],
    ['export.json', '{\n "encrypted": false,\n "folders": [], "items": []}'],
    ['export.xml', '<?xml version="1.0"?>\n<KeePassFile><Root/></KeePassFile>'],
    ['notes.txt', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n'],
    ['notes.txt', 'PuTTY-User-Key-File-3: ssh-ed25519\n'],
  ])('%s is a store by its first lines', (name, text) =>
    expect(isSecretStore(name, bytesOf(text))).toBe(true),
  );

  it('knows vaults by their magic under any name', () => {
    expect(isSecretStore('holiday.jpg', Uint8Array.from([3, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]))).toBe(
      true,
    );
    expect(isSecretStore('data', bytesOf('PWS3abc'))).toBe(true);
  });

  it.each([
    ['notes.md', 'How to make a key: it begins with -----BEGIN OPENSSH PRIVATE KEY-----'],
    ['people.csv', 'name,url,email\n'],
    ['notes.md', 'My password for the club is on the fridge.'],
  ])('%s is a text like any other', (name, text) => expect(isSecretStore(name, bytesOf(text))).toBe(false));
});
