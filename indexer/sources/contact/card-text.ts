import type ICAL from 'ical.js';
import { plainDay } from '../calendar/in-words.ts';
import { type ContentProperties, parameterOf, partsOf, textOfProperty } from '../content-properties.ts';
import { DocumentText } from '../document-text.ts';

/** Lines of one kind that are kept: against cards of a million phones. */
const mostOfAKind = 100;

type Show = (property: ICAL.Property) => string;

/** What a card says, in the order that address books show it. */
const fields: readonly (readonly [property: string, label: string, show: Show])[] = [
  ['nickname', 'Nickname', textOfProperty],
  ['org', 'Organisation', textOfProperty],
  ['title', 'Job', textOfProperty],
  ['role', 'Role', textOfProperty],
  ['tel', 'Phone', (property) => textOfProperty(property).replace(/^tel:/i, '')],
  ['email', 'Mail', (property) => textOfProperty(property).replace(/^mailto:/i, '')],
  ['adr', 'Address', addressInWords],
  ['bday', 'Birthday', dayInWords],
  ['anniversary', 'Anniversary', dayInWords],
  ['x-anniversary', 'Anniversary', dayInWords],
  ['url', 'Website', textOfProperty],
  ['impp', 'Messages', textOfProperty],
  ['x-socialprofile', 'Profile', textOfProperty],
  ['related', 'Related', (property) => textOfProperty(property).replace(/^urn:uuid:.*/i, '')],
  ['x-abrelatednames', 'Related', textOfProperty],
  ['note', 'Note', textOfProperty],
];

/** A contact as a list of fields under its name. */
export function cardText(card: ContentProperties, name: string, number: number, limit: number): DocumentText {
  const text = new DocumentText(limit);
  const place = { entry: number };
  text.add(name, { role: 'heading', level: 1, place });
  let tight = false;
  for (const [property, label, show] of fields) {
    for (const value of card.all(property).slice(0, mostOfAKind)) {
      const shown = show(value);
      if (shown.trim() === '') continue;
      const sort = sortOf(value, card);
      text.add(`${label}${sort === '' ? '' : ` (${sort})`}: ${shown}`, { role: 'list', place, tight });
      tight = true;
    }
  }
  return text;
}

/** Sorts that tell people apart; the rest (`voice`, `pref`, `internet`) say what everybody knows. */
const sorts = new Map([
  ['home', 'home'],
  ['work', 'work'],
  ['cell', 'mobile'],
  ['mobile', 'mobile'],
  ['iphone', 'mobile'],
  ['fax', 'fax'],
  ['pager', 'pager'],
  ['school', 'school'],
  ['spouse', 'spouse'],
  ['child', 'child'],
  ['parent', 'parent'],
  ['emergency', 'emergency'],
]);

function sortOf(property: ICAL.Property, card: ContentProperties): string {
  const [group] = parameterOf(property, 'group');
  // Apple writes labels of the user's own beside the line: `item1.X-ABLabel:_$!<HomePage>!$_`.
  const label = card
    .all('x-ablabel')
    .find((other) => group !== undefined && parameterOf(other, 'group')[0] === group);
  const own = label === undefined ? '' : textOfProperty(label).replace(/^_\$!<(.*)>!\$_$/, '$1');
  const named = parameterOf(property, 'type').flatMap((type) => sorts.get(type) ?? []);
  return [...new Set(own === '' ? named : [own, ...named])].join(', ');
}

/** Post box, extended address, street, town, region, code, country (RFC 6350 6.3.1). */
function addressInWords(property: ICAL.Property): string {
  const [box = '', extended = '', street = '', town = '', region = '', code = '', country = ''] =
    partsOf(property);
  const place = [code, town].filter(Boolean).join(' ');
  return [box, extended, street, place, region, country]
    .filter(Boolean)
    .join(', ')
    .replace(/\s*\n\s*/g, ', ');
}

/** `1970-07-04`, `19700704`, or `--0704` where the year is nobody's business. */
function dayInWords(property: ICAL.Property): string {
  const value = textOfProperty(property);
  const match = /^(\d{4}|--)-?(\d{2})-?(\d{2})/.exec(value);
  if (match === null) return value;
  const [, year = '', month = '', day = ''] = match;
  // Apple writes 1604 for a birthday without its year.
  const isKnown = year !== '--' && year !== '1604';
  const shown = plainDay({ year: Number(year), month: Number(month), day: Number(day) });
  return isKnown ? shown : shown.replace(/ \S+$/, '');
}
