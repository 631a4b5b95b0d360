import { codeExtensions, isCodeName } from './code/file-names.ts';
import type { ParserId } from './versions.ts';

/** What a file can be read as: one parser each. */
export type Format = Exclude<ParserId, 'none'>;

/** What is read piece by piece, whatever its size: mail of years has no largest size. */
export type StreamedFormat = 'mbox' | 'pst';

const formatsByExtension = new Map<string, Format>([
  ...pairs('text', 'txt text log rst adoc asc me'),
  ...pairs('markdown', 'md markdown mdown mkd mdx'),
  ...pairs('org', 'org'),
  ...pairs('html', 'html htm xhtml shtml'),
  ...pairs('saved-page', 'mht mhtml'),
  ...pairs('mail', 'eml'),
  ...pairs('mbox', 'mbox mbx'),
  ...pairs('emlx', 'emlx'),
  ...pairs('msg', 'msg oft'),
  ...pairs('pst', 'pst ost'),
  ...pairs('pdf', 'pdf'),
  ...pairs('word', 'docx docm dotx dotm'),
  ...pairs('doc', 'doc dot'),
  ...pairs('rtf', 'rtf'),
  ...pairs('opendocument', 'odt ott odm fodt odp otp fodp'),
  ...pairs('powerpoint', 'pptx pptm ppsx ppsm potx potm'),
  ...pairs('ppt', 'ppt pps pot'),
  ...pairs('epub', 'epub'),
  ...pairs('csv', 'csv tsv tab'),
  ...pairs('workbook', 'xlsx xlsm xltx xltm xlsb xls xlt ods ots fods'),
  ...pairs('code', codeExtensions),
  ...pairs('json', 'json jsonl ndjson json5 jsonc geojson webmanifest jsonld'),
  ...pairs('xml', 'xml rss atom opml fb2 gpx kml tei plist rdf tmx xliff xlf'),
  ...pairs('calendar', 'ics ical icalendar vcs'),
  ...pairs('contact', 'vcf vcard'),
  ...pairs('subtitle', 'srt vtt'),
  ...pairs('evernote', 'enex'),
  ...pairs('notebook', 'ipynb'),
  ...pairs('zip', 'zip'),
  ...pairs('tar', 'tar'),
  ...pairs('compressed', 'gz tgz zst tzst'),
  ...pairs('seven-zip', '7z rar xz txz bz2 tbz tbz2'),
  ...pairs('picture', 'jpg jpeg jpe png tif tiff heic heif avif webp gif'),
  ...pairs(
    'sound',
    'mp3 m4a m4b aac flac ogg oga opus wav aif aiff wma mp4 m4v mov mkv mka webm avi 3gp wmv',
  ),
]);

function pairs(format: Format, extensions: string): [string, Format][] {
  return extensions.split(' ').map((extension) => [extension, format]);
}

/** In lower case and without its dot; empty where the name has none. */
export function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What a file's name says it is. */
export function formatNamed(name: string): Format | undefined {
  return formatsByExtension.get(extensionOf(name)) ?? (isCodeName(name) ? 'code' : undefined);
}

/** Archives by what their first bytes say (see signature.ts). */
export const archives: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['a zip archive', 'zip'],
  ['a tar archive', 'tar'],
  ['a gzip archive', 'compressed'],
  ['a zstd archive', 'compressed'],
  ['a 7z archive', 'seven-zip'],
  ['a RAR archive', 'seven-zip'],
  ['an xz archive', 'seven-zip'],
  ['a bzip2 archive', 'seven-zip'],
]);

/** Pictures, sound and film by what their first bytes say. */
export const media: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...['JPEG', 'PNG', 'TIFF', 'GIF', 'HEIC', 'WebP'].map((kind) => [`a ${kind} picture`, 'picture'] as const),
  ['an AVIF picture', 'picture'],
  ['a sound file', 'sound'],
  ['a video or sound file', 'sound'],
]);

/** True for a name under which a file may be read piece by piece: its first bytes say whether it is. */
export function mayBeStreamed(name: string): boolean {
  const named = formatNamed(name);
  return named === undefined || named === 'mbox' || named === 'pst';
}

export function isMediaName(name: string): boolean {
  return isMediaFormat(formatNamed(name));
}

export function isMediaFormat(id: string | undefined): boolean {
  return id === 'picture' || id === 'sound';
}
