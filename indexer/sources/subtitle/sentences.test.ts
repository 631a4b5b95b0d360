import { describe, expect, it } from 'vitest';
import { readCues } from './cues.ts';
import { sentencesOf } from './sentences.ts';

const caption = (start: string, end: string, text: string) => `00:00:${start} --> 00:00:${end}\n${text}\n\n`;
const said = (source: string) => sentencesOf(readCues(source).cues).map(({ text }) => text);

describe('captions become sentences', () => {
  it('over as many captions as a sentence takes', () => {
    const source =
      caption('01.000', '02.000', 'The weir') +
      caption('02.100', '03.000', 'is closed. Until May') +
      caption('03.100', '04.000', 'at least.');
    expect(said(source)).toEqual(['The weir is closed. Until May at least.']);
  });

  it('that end with a pause where nobody punctuates', () => {
    expect(said(caption('01.000', '02.000', 'one') + caption('09.000', '10.000', 'two'))).toEqual([
      'one',
      'two',
    ]);
  });

  it('that never grow without end', () => {
    const source = Array.from(
      { length: 500 },
      (_, index) =>
        `00:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.000 --> 00:59:59.000\nword number ${index}\n\n`,
    ).join('');
    expect(Math.max(...said(source).map(({ length }) => length))).toBeLessThan(400);
  });

  it('without the words that only name a time', () => {
    expect(said('WEBVTT\n\nchapter one\n00:01.000 --> 00:02.000\nHello.\n')).toEqual(['Hello.']);
  });

  it('and a name before a colon is a speaker only where it comes again', () => {
    const once = caption('01.000', '02.000', 'Note: it rains.');
    expect(sentencesOf(readCues(once).cues)[0]).toMatchObject({ speaker: null, text: 'Note: it rains.' });
    const twice = caption('01.000', '02.000', 'Ida: Yes.') + caption('02.000', '03.000', 'Ida: No.');
    expect(sentencesOf(readCues(twice).cues)[1]).toMatchObject({ speaker: 'Ida', text: 'No.', time: 2 });
  });
});
