/** A caption as its file has it. */
export interface Cue {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly CueLine[];
}

export interface CueLine {
  readonly text: string;
  /** Named by `<v Anna>`; null where nobody is. */
  readonly speaker: string | null;
}

export interface Subtitles {
  readonly cues: readonly Cue[];
  /** NOTE blocks of WebVTT: never on the screen. */
  readonly comments: readonly string[];
}

const timing =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?/;

/** Captions of SubRip and WebVTT, in the order of the file; what has no time belongs to the caption before it. */
export function readCues(source: string): Subtitles {
  const cues: { start: number; end: number; lines: CueLine[] }[] = [];
  const comments: string[] = [];
  for (const block of source.split(/\n[ \t]*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const first = lines[0]?.trim() ?? '';
    if (/^NOTE(?:\s|$)/.test(first)) {
      comments.push(block.trim().slice('NOTE'.length));
      continue;
    }
    const isHead = /^(?:STYLE|REGION)\s*$/.test(first) || (cues.length === 0 && first.startsWith('WEBVTT'));
    if (isHead && !lines.some((line) => timing.test(line))) continue;
    addBlock(cues, lines);
  }
  return { cues, comments };
}

/** A block is a caption; files without empty lines between them have several in one. */
function addBlock(cues: { start: number; end: number; lines: CueLine[] }[], lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    const match = timing.exec(line);
    if (match !== null) cues.push({ start: seconds(match, 1), end: seconds(match, 5), lines: [] });
    else if (!isCueName(lines, index)) cues.at(-1)?.lines.push(...shownLines(line));
  }
}

/** The number or name on the line before the times. */
function isCueName(lines: readonly string[], index: number): boolean {
  return timing.test(lines[index + 1] ?? '') && (index === 0 || /^\s*\d+\s*$/.test(lines[index] ?? ''));
}

function seconds(match: RegExpExecArray, from: number): number {
  const [hours, minutes, whole, fraction] = match.slice(from, from + 4);
  const thousandths = Number((fraction ?? '').padEnd(3, '0'));
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + thousandths / 1000;
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['quot', '"'],
  ['lrm', ''],
  ['rlm', ''],
]);

/** A line without its markup (`<i>`, `<c.yellow>`, `{\an8}`), cut where the speaker changes. */
function shownLines(line: string): CueLine[] {
  const voices = line.split(/<v(?:\.[^\s>]{0,100})?\s+([^>]{1,200})>/);
  return voices.flatMap((part, index) => {
    if (index % 2 === 1) return [];
    const text = part
      .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,100}\}/g, '')
      .replace(/&(amp|lt|gt|nbsp|quot|lrm|rlm);/g, (_all, name: string) => entities.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    const speaker = voices[index - 1]?.trim() || null;
    return text === '' ? [] : [{ text, speaker }];
  });
}
