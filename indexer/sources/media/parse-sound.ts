import { type IAudioMetadata, type ICommonTagsResult, parseBuffer } from 'music-metadata';
import { isoDate } from '../document-date.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { signatureOf } from '../signature.ts';
import { parserVersions } from '../versions.ts';
import { withoutGap } from './boxes.ts';
import { factsDocument, type MediaFacts, person } from './facts-document.ts';

/** A sound or film, by its tags: title, artist, album, comments, lyrics. Of a large one its ends are enough. */
export const soundParser: Parser = {
  id: 'sound',
  version: parserVersions.sound,
  async *parse(bytes, meta, limits) {
    const metadata = await metadataOf(withoutGap(bytes, meta.skipped), meta.name);
    // The parser of MPEG searches whatever it is given for a frame, and finds none in a text.
    if (metadata?.format.sampleRate === undefined && signatureOf(bytes) === null)
      throw new Unreadable('failed', 'mislabelled', 'it is no sound or film');
    if (metadata === null) throw new Unreadable('skipped', 'waiting-recognition');
    yield* factsDocument(factsOf(metadata), meta, limits);
  },
};

type Metadata = Pick<IAudioMetadata, 'common' | 'format'>;

/** null where the file is of no format that is known; what was found before the file broke off is kept. */
async function metadataOf(bytes: Uint8Array, name: string): Promise<Metadata | null> {
  let found: Metadata | null = null;
  try {
    return await parseBuffer(
      bytes,
      { path: name, size: bytes.length },
      { skipCovers: true, duration: false, observer: ({ metadata }) => (found = metadata) },
    );
  } catch {
    return found;
  }
}

function factsOf({ common, format }: Metadata): MediaFacts {
  const artists = common.artists ?? (common.artist === undefined ? [] : [common.artist]);
  return {
    title: common.title ?? '',
    date: dateOf(common, format.creationTime),
    people: artists.flatMap((name) => person(name, 'author')),
    tags: [...(common.genre ?? []), ...(common.keywords ?? [])],
    words: [...commentsOf(common), ...lyricsOf(common)],
    details: detailsOf(common, artists, format),
  };
}

/** A year alone is no date: it would read as the first of January. */
function dateOf(
  { date, originaldate, releasedate }: ICommonTagsResult,
  created: Date | undefined,
): string | null {
  const whole = [date, originaldate, releasedate].find((value) => /^\d{4}-\d\d-\d\d/.test(value ?? ''));
  return isoDate(whole ?? created);
}

function commentsOf({ comment, description, longDescription, notes, subtitle }: ICommonTagsResult) {
  const comments = (comment ?? [])
    // iTunes keeps its volume tables in comments.
    .filter(({ descriptor }) => !/^iTun/.test(descriptor ?? ''))
    .map(({ text }) => text);
  const texts = [...(subtitle ?? []), ...(description ?? []), longDescription, ...comments, ...(notes ?? [])];
  return texts.map((text) => ({ text: text ?? '', place: null }));
}

function lyricsOf({ lyrics }: ICommonTagsResult): MediaFacts['words'] {
  return (lyrics ?? []).flatMap(({ text, syncText }) => {
    if (syncText.length === 0) return [{ text: text ?? '', place: null }];
    return syncText.map((line) => ({
      text: line.text,
      place: line.timestamp === undefined ? null : { time: line.timestamp / 1000 },
    }));
  });
}

function detailsOf(
  { album, year, composer, tvShow }: ICommonTagsResult,
  artists: readonly string[],
  { creationTime, duration }: Metadata['format'],
): MediaFacts['details'] {
  const details: [string, string][] = [
    ['Artist', artists.join(', ')],
    ['Album', album ?? ''],
    ['Show', tvShow ?? ''],
    ['Composer', (composer ?? []).join(', ')],
    ['Year', year === undefined ? '' : String(year)],
    ['Created', isoDate(creationTime)?.slice(0, 10) ?? ''],
  ];
  const known = details.filter(([, value]) => value !== '');
  // Alone it would make a document of every sound without a name.
  return known.length > 0 && duration !== undefined ? [...known, ['Duration', clock(duration)]] : known;
}

/** 192 as "3:12". */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
