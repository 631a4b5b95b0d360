import { isoDate } from '../document-date.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { signatureOf } from '../signature.ts';
import { parserVersions } from '../versions.ts';
import { factsDocument, type MediaFacts, person } from './facts-document.ts';
import { PictureTags } from './picture-tags.ts';

/** A picture, by what it says of itself: when and where it was taken, by whom, and what it shows. */
export const pictureParser: Parser = {
  id: 'picture',
  version: parserVersions.picture,
  async *parse(bytes, meta, limits) {
    if (signatureOf(bytes) === null) throw new Unreadable('failed', 'mislabelled', 'it is no picture');
    yield* factsDocument(factsOf(new PictureTags(bytes.subarray(0, meta.skipped?.at))), meta, limits);
  },
};

function factsOf(tags: PictureTags): MediaFacts {
  const taken = takenAt(tags);
  const words = [
    tags.text('xmp', 'description'),
    tags.text('iptc', 'Caption/Abstract'),
    tags.text('exif', 'ImageDescription'),
    tags.text('exif', 'UserComment', 'XPComment', 'XPSubject'),
    tags.text('pngText', 'Description', 'Comment'),
  ];
  return {
    title:
      tags.text('xmp', 'title', 'Headline') ||
      tags.text('iptc', 'Object Name', 'Headline') ||
      tags.text('exif', 'XPTitle') ||
      tags.text('pngText', 'Title'),
    date: isoDate(taken === '' ? null : withZone(taken)),
    people: [
      ...person(artistOf(tags), 'author'),
      ...tags.list('xmp', 'PersonInImage').flatMap((name) => person(name, 'mentioned')),
    ],
    tags: [
      ...tags.list('xmp', 'subject'),
      ...tags.list('iptc', 'Keywords'),
      ...tags.text('exif', 'XPKeywords').split(';'),
    ],
    words: words.map((text) => ({ text, place: null })),
    details: [
      ['Taken', taken.slice(0, 16).replace('T', ' ')],
      ['Place', [placeNames(tags), coordinates(tags)].filter((part) => part !== '').join(' · ')],
      ['Camera', camera(tags)],
      ['By', artistOf(tags)],
    ],
  };
}

function artistOf(tags: PictureTags): string {
  return (
    tags.text('exif', 'Artist', 'XPAuthor') ||
    tags.text('xmp', 'creator') ||
    tags.text('iptc', 'By-line') ||
    tags.text('pngText', 'Author')
  );
}

/** "2009-08-11T09:09:45", with the zone where the picture names it; '' where the date is none. */
function takenAt(tags: PictureTags): string {
  const exif = tags.text('exif', 'DateTimeOriginal', 'DateTimeDigitized', 'DateTime');
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(exif) ?? [];
  if (year !== undefined && isoDate(`${year}-${month}-${day}T${time}Z`) !== null)
    return `${year}-${month}-${day}T${time}${tags.text('exif', 'OffsetTimeOriginal', 'OffsetTime')}`;
  const other =
    tags.text('xmp', 'DateTimeOriginal', 'CreateDate', 'DateCreated') ||
    tags.text('pngText', 'Creation Time');
  return isoDate(withZone(other)) === null ? '' : other;
}

/** A camera's clock has no zone: read as UTC, so that the day stays the day it shows. */
function withZone(date: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(date)) return date;
  const known = /^.{16}(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(date);
  return known ? date : `${/^.{16}(?::\d\d)?/.exec(date)?.[0] ?? date}Z`;
}

function placeNames(tags: PictureTags): string {
  const names = [
    tags.text('xmp', 'Location') || tags.text('iptc', 'Sub-location'),
    tags.text('xmp', 'City') || tags.text('iptc', 'City'),
    tags.text('xmp', 'State') || tags.text('iptc', 'Province/State'),
    tags.text('xmp', 'Country') || tags.text('iptc', 'Country/Primary Location Name'),
  ];
  return names.filter((name) => name !== '').join(', ');
}

function coordinates(tags: PictureTags): string {
  const [latitude, longitude] = [tags.degrees('Latitude'), tags.degrees('Longitude')];
  // A receiver without a fix writes zeros.
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return '';
  const [north, east] = [Math.abs(latitude).toFixed(5), Math.abs(longitude).toFixed(5)];
  return `${north}° ${latitude < 0 ? 'S' : 'N'}, ${east}° ${longitude < 0 ? 'W' : 'E'}`;
}

/** Many makers repeat their name in the model's. */
function camera(tags: PictureTags): string {
  const make = tags.text('exif', 'Make') || tags.text('xmp', 'Make');
  const model = tags.text('exif', 'Model') || tags.text('xmp', 'Model');
  const [maker = ''] = make.split(' ');
  return model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${make} ${model}`.trim();
}
