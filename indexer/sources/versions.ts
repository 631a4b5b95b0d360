/**
 * The version of each parser's output, by parser id. Raise one when its output changes: its files are read again.
 * `none` stands for files that no parser took; raise it when a kind of file becomes readable.
 */
export const parserVersions = {
  none: 3,
  text: 2,
  markdown: 3,
  html: 2,
  'saved-page': 1,
  mail: 6,
  mbox: 6,
  emlx: 5,
  pst: 4,
  pdf: 2,
  word: 2,
  msg: 4,
  csv: 1,
  workbook: 1,
  zip: 1,
  tar: 1,
  compressed: 1,
  picture: 1,
  sound: 1,
  'seven-zip': 1,
  powerpoint: 1,
  opendocument: 1,
  rtf: 1,
  epub: 1,
  doc: 1,
  ppt: 1,
  code: 1,
  json: 1,
  xml: 1,
  calendar: 1,
  contact: 1,
  subtitle: 1,
  evernote: 1,
  notebook: 1,
  org: 1,
} as const;

export type ParserId = keyof typeof parserVersions;

/** The version of the rules by which secrets are recognised, and of what is noted of that. Raise it with them: every file is read again. */
const secretRulesVersion = 2;
const rulesRoom = 1_000;

/** What the ledger keeps of a reading: it rises with the parser's version and with the rules', so that neither hides the other. */
export function readingVersion(parserVersion: number): number {
  return parserVersion * rulesRoom + secretRulesVersion;
}

/** The parser's own version in a reading version. */
export function parserVersionOf(reading: number): number {
  return Math.floor(reading / rulesRoom);
}

/** The newest reading version of each parser, by the ids in the ledger. */
export const newestVersions: ReadonlyMap<string, number> = new Map(
  Object.entries(parserVersions).map(([id, version]) => [id, readingVersion(version)]),
);
