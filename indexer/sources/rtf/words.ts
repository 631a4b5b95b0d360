import type { Destination } from './scope.ts';

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Groups that hold no text of the document, or repeat it on each page. */
export const skippedGroups = wordSet(
  'filetbl listtable listoverridetable revtbl rsidtbl generator pict nonshppict shprslt object objdata ' +
    'header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'fldinst xe tc tcn rxe bkmkstart bkmkend sp sn sv themedata colorschememapping datastore latentstyles ' +
    'xmlnstbl mmathPict mmathPr upr pgptbl wgrffmtfilter operator printim buptim keywords subject category doccomm',
);

/** Groups whose text is no text of the document, but is needed. */
export const collectingGroups: ReadonlyMap<string, Destination> = new Map([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['colortbl', 'colors'],
  ['listtext', 'marker'],
  ['pntext', 'marker'],
  ['info', 'info'],
  ['title', 'title'],
  ['author', 'author'],
  ['creatim', 'created'],
  ['annotation', 'hidden'],
]);

/** Groups marked as to be skipped by who does not know them (`\*`), which hold text all the same. */
export const starredText = wordSet('shpinst shptxt moMath moMathPara ud annotation nesttableprops');

/** What people typed, by control word. */
export const characters = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
]);
