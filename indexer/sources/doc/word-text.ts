import type { HtmlBlock } from '../html/reading.ts';
import type { Bytes } from '../ole/bytes.ts';
import type { OleContainer } from '../ole/container.ts';
import { Unreadable } from '../parser.ts';
import { type Fib, readFib, type StoryLengths } from './fib.ts';
import { type Piece, type PieceText, readOldText, readPieces } from './pieces.ts';
import {
  type CharacterFormat,
  type FormattedRun,
  readCharacterRuns,
  readParagraphRuns,
  runAt,
} from './runs.ts';
import { StoryReader, type StoryText } from './story.ts';

export interface WordText {
  readonly blocks: readonly HtmlBlock[];
  readonly hidden: readonly string[];
}

/** Comparisons of pieces with hidden runs: against hundreds of thousands of both. */
const mostLooks = 20_000_000;

/** The text of a Word document as a reader sees it. Throws `Unreadable` encrypted, corrupt or mislabelled. */
export function readWordText(container: OleContainer, mostChars: number): WordText {
  const document = container.stream('WordDocument');
  if (document === null) throw new Unreadable('failed', 'corrupt', 'its text is missing');
  const fib = readFib(document);
  return readStories(
    fib.isOld ? oldSource(document, fib) : newSource(container, document, fib, mostChars),
    fib.stories,
  );
}

function oldSource(document: Bytes, fib: Fib): StoryText {
  return { text: readOldText(document, fib).text, formatAt: null, isHidden: () => false };
}

function newSource(container: OleContainer, document: Bytes, fib: Fib, mostChars: number): StoryText {
  const table = container.stream(fib.tableStream);
  if (table === null) throw new Unreadable('failed', 'corrupt', 'its tables are missing');
  const read = readPieces(document, table, fib, mostChars);
  const paragraphs = readParagraphRuns(document, table, fib);
  const characters = readCharacterRuns(document, table, fib.characterRuns);
  // White text counts as hidden only where nothing is shaded: it is often set on a dark cell.
  const isShaded =
    characters.some(({ format }) => format.isShaded) || paragraphs.some(({ format }) => format.isShaded);
  const isHidden = hiddenIn(
    read,
    characters,
    ({ format }) => format.isHidden || (format.isWhite && !isShaded),
  );
  const placeOf = placesIn(read.pieces);
  return {
    text: read.text,
    formatAt: (position) => runAt(paragraphs, placeOf(position))?.format,
    isHidden: (position) => isHidden[position] === 1,
  };
}

/** The byte of the stream at which a character stands; positions come in order, so that the piece is soon found. */
function placesIn(pieces: readonly Piece[]): (position: number) => number {
  let index = 0;
  return (position) => {
    const isBefore = (pieces[index]?.start ?? 0) > position;
    if (isBefore) index = 0;
    while (index < pieces.length - 1 && (pieces[index + 1]?.start ?? 0) <= position) index += 1;
    const piece = pieces[index];
    return piece === undefined ? -1 : piece.at + (position - piece.start) * piece.bytesPerCharacter;
  };
}

function hiddenIn(
  { text, pieces }: PieceText,
  characters: readonly FormattedRun<CharacterFormat>[],
  hides: (run: FormattedRun<CharacterFormat>) => boolean,
): Uint8Array {
  const isHidden = new Uint8Array(text.length);
  const runs = characters.filter(hides);
  let looks = 0;
  for (const { start, length, at, bytesPerCharacter } of pieces) {
    const end = at + length * bytesPerCharacter;
    for (const { from, to } of runs) {
      looks += 1;
      if (from >= end) break;
      if (looks > mostLooks) throw new Unreadable('failed', 'too-large', 'its pieces');
      if (to <= at) continue;
      const first = start + Math.max(0, Math.floor((from - at) / bytesPerCharacter));
      const last = start + Math.min(length, Math.ceil((to - at) / bytesPerCharacter));
      isHidden.fill(1, first, last);
    }
  }
  return isHidden;
}

/** The document, then its text boxes and notes; headers only where there is nothing else. */
function readStories(source: StoryText, stories: StoryLengths): WordText {
  const reader = new StoryReader(source);
  let at = 0;
  const range = (length: number): [number, number] => {
    at += length;
    return [at - length, at];
  };
  const main = reader.read(...range(stories.main));
  const footnotes = reader.readNotes(...range(stories.footnotes));
  const headers = range(stories.headers);
  range(stories.macros);
  const [commentsFrom, commentsTo] = range(stories.comments);
  const notes = [...footnotes, ...reader.readNotes(...range(stories.endnotes))];
  const boxes = reader.read(...range(stories.textBoxes));
  const blocks = [
    ...main.finish(''),
    ...boxes.finish(''),
    ...notes.flatMap((note, index) => note.finish(`[${index + 1}] `)),
  ];
  const comments = new StoryReader(source).read(commentsFrom, commentsTo).finish('');
  return {
    blocks: blocks.length > 0 ? blocks : reader.read(...headers).finish(''),
    hidden: [...reader.hidden, ...comments.map((comment) => comment.text)],
  };
}
