import type { Cue } from './cues.ts';

/** What is said in one go. */
export interface Sentence {
  readonly text: string;
  readonly speaker: string | null;
  /** Of its first caption, in seconds. */
  readonly time: number;
}

/** A pause this long ends a sentence that nobody punctuated. */
const pauseSeconds = 2.5;
/** Captions made by machines have no punctuation at all; longer passages would have no place that helps. */
const longestChars = 300;

/** Joins captions to sentences, as far as punctuation, pauses and speakers tell where one ends. */
export function sentencesOf(cues: readonly Cue[]): Sentence[] {
  const speakers = speakersIn(cues);
  const sentences: Sentence[] = [];
  let open: { parts: string[]; chars: number; speaker: string | null; time: number; end: number } | null =
    null;
  let before = '';
  const close = () => {
    if (open !== null) sentences.push({ text: open.parts.join(' '), speaker: open.speaker, time: open.time });
    open = null;
  };
  for (const { start, end, lines } of cues) {
    for (const line of lines) {
      // Rolling captions repeat the line before on top of the new one.
      if (line.text === before) continue;
      before = line.text;
      const { text, speaker } = spoken(line.text, line.speaker, speakers);
      const turns = speaker !== null || /^[-–—]\s/.test(text);
      if (open !== null && (turns || start - open.end > pauseSeconds || open.chars > longestChars)) close();
      open ??= { parts: [], chars: 0, speaker, time: start, end };
      open.parts.push(text.replace(/^[-–—]\s+/, ''));
      open.chars += text.length;
      open.end = Math.max(start, end);
      if (/[.!?…。！？]["'”’»)\]]*$/.test(text)) close();
    }
  }
  close();
  return sentences;
}

const namedLine = /^(\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3}|Speaker \d{1,3}):\s+(?=\S)/u;

/** Names before a colon that come more than once: in a meeting's transcript they are its speakers. */
function speakersIn(cues: readonly Cue[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of cues) {
    for (const { text } of lines) {
      const name = namedLine.exec(text)?.[1];
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

function spoken(text: string, voice: string | null, speakers: ReadonlySet<string>) {
  const match = namedLine.exec(text);
  if (voice !== null || match === null || !speakers.has(match[1] ?? '')) return { text, speaker: voice };
  return { text: text.slice(match[0].length), speaker: match[1] ?? null };
}
