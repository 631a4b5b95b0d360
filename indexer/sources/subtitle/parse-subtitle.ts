import type { MentionedPerson } from '#main/contract/document.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';
import { readCues } from './cues.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Speakers of one recording that are kept. */
const mostSpeakers = 200;

/** Subtitles and transcripts (SubRip, WebVTT): sentences placed by the time at which they begin. */
export const subtitleParser: Parser = {
  id: 'subtitle',
  version: parserVersions.subtitle,
  async *parse(bytes, meta, limits) {
    const { cues, comments } = readCues(decodeOrRefuse(bytes));
    if (cues.length === 0) throw new Unreadable('failed', 'mislabelled', 'it has no captions');
    const sentences = sentencesOf(cues);
    const text = new DocumentText(limits.textChars);
    addSentences(text, sentences);
    for (const comment of comments) text.hide(comment);
    yield* text.events({ kind: 'document', title: titleOf(meta.name), people: speakersOf(sentences) });
  },
};

/** The speaker stands before what they say, once for each turn. */
function addSentences(text: DocumentText, sentences: readonly Sentence[]): void {
  let speaking: string | null = null;
  for (const [index, { text: said, speaker, time }] of sentences.entries()) {
    const turns = speaker !== null && speaker !== speaking;
    if (speaker !== null) speaking = speaker;
    const shown = turns ? `${speaker}: ${said}` : said;
    text.add(shown, { role: 'paragraph', place: { time }, tight: index > 0 && !turns });
  }
}

function speakersOf(sentences: readonly Sentence[]): MentionedPerson[] {
  const names = new Set(sentences.flatMap(({ speaker }) => (speaker === null ? [] : tidyTitle(speaker))));
  return (
    [...names]
      // Programs that do not know a voice number it.
      .filter((name) => name !== '' && !/^Speaker \d/.test(name))
      .slice(0, mostSpeakers)
      .map((name) => ({ name, address: null, role: 'mentioned' }))
  );
}
