import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { read } from '../testing/read.ts';

const sample = (name: string) => readFileSync(new URL(`./cases/${name}`, import.meta.url));

function mailWith(name: string, bytes: Uint8Array): Uint8Array {
  const attached = `Content-Disposition: attachment; filename=${name}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}`;
  return Buffer.from(
    `From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee below.\n--x\n${attached}\n--x--\n`,
  );
}

describe('a picture or sound', () => {
  it.each(['lighthouse.jpg', 'ebb.mp3', 'ferryman.flac'])('%s in a mail is an ornament', async (name) => {
    const reading = await read('a.eml', mailWith(name, sample(name)));
    expect(reading).toMatchObject({ state: 'indexed', reason: null });
    expect(reading.documents).toHaveLength(1);
  });

  it('in an archive is a document, and hides no other file’s reason', async () => {
    const archive = new JSZip();
    archive.file('photos/lighthouse.jpg', sample('lighthouse.jpg'));
    archive.file('photos/plain.png', sample('plain_screenshot-2024-05-01.png'));
    const photos = await read('a.zip', await archive.generateAsync({ type: 'uint8array' }));
    expect(photos).toMatchObject({
      state: 'partly',
      reason: 'waiting-recognition',
      detail: 'photos/lighthouse.jpg, photos/plain.png',
    });
    expect(photos.documents).toMatchObject([
      { member: 'photos/lighthouse.jpg', title: 'The lighthouse at dusk' },
    ]);
    archive.file('plan.dwg', '\0\x01');
    const mixed = await read('a.zip', await archive.generateAsync({ type: 'uint8array' }));
    expect(mixed).toMatchObject({ reason: 'member-unread', detail: 'plan.dwg' });
  });

  it('whose name is another one’s is read for what it is', async () => {
    expect(await read('ebb.jpg', sample('ebb.mp3'))).toMatchObject({ parserId: 'sound', state: 'partly' });
    expect(await read('drawing', sample('drawing.png'))).toMatchObject({
      parserId: 'picture',
      state: 'partly',
    });
    expect(await read('notes.md', sample('drawing.png'))).toMatchObject({ reason: 'mislabelled' });
    expect(await read('song.mp3', Buffer.from('only words'))).toMatchObject({ reason: 'mislabelled' });
    expect(await read('view.jpg', Buffer.from('only words'))).toMatchObject({ reason: 'mislabelled' });
  });

  it.each(['lighthouse.jpg', 'drawing.png', 'ebb.mp3', 'ferryman.flac', 'memo.wav'])(
    '%s cut off anywhere still has a state and a reason',
    async (name) => {
      const bytes = sample(name);
      for (let length = 12; length < bytes.length; length += 37)
        expect(['waiting-recognition', 'mislabelled']).toContain(
          (await read(name, bytes.subarray(0, length))).reason,
        );
    },
  );

  it('of which no words are known has its name in words for a title', async () => {
    const bytes = Buffer.from(sample('lighthouse.jpg'));
    bytes.write('dc:tatle', bytes.indexOf('dc:title'));
    const { documents } = await read('Biarritz_summer_2023.jpg', bytes);
    expect(documents[0]?.title).toBe('Biarritz summer 2023');
  });
});
