import type { Filter } from '#main/contract/search.ts';
import type { ReadableDb } from './connection.ts';
import type { PeopleReader } from './people.ts';
import { createWordConditions, type WordConditions } from './word-conditions.ts';

/** A filter as a condition on `document` joined with `file`. */
export interface FilterCondition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  /** Nothing is asked: all documents but those of missing files. */
  readonly everything: boolean;
}

/**
 * Turns filters into SQL. Every given condition must hold, and the file must not be missing; a document without a date is in no date range, and a name
 * that nobody has matches nothing rather than everything.
 */
export function createFilterConditions(
  db: ReadableDb,
  people: PeopleReader,
): (filter: Filter) => FilterCondition {
  const words = createWordConditions(db);
  return (filter) => filterCondition(filter, people, words);
}

function filterCondition(filter: Filter, people: PeopleReader, words: WordConditions): FilterCondition {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (sql: string, ...given: (string | number)[]): void => {
    parts.push(sql);
    values.push(...given);
  };
  if (filter.kinds !== undefined && filter.kinds.length > 0) {
    add('document.kind IN (SELECT value FROM json_each(?))', JSON.stringify(filter.kinds));
  }
  if (filter.from !== undefined && filter.from.length > 0) {
    add(`${byPeople} AND role IN ('from', 'author'))`, personIds(filter.from, people));
  }
  if (filter.to !== undefined && filter.to.length > 0) {
    add(`${byPeople} AND role IN ('to', 'cc'))`, personIds(filter.to, people));
  }
  if (filter.people !== undefined && filter.people.length > 0) {
    add(`${byPeople})`, personIds(filter.people, people));
  }
  if (filter.hasAttachment !== undefined) {
    add(filter.hasAttachment ? `document.attachments <> '[]'` : `document.attachments = '[]'`);
  }
  if (filter.after !== undefined) add('document.date_ms >= ?', timeOf(filter.after));
  if (filter.before !== undefined) add('document.date_ms < ?', timeOf(filter.before));
  if (filter.weekdays !== undefined && filter.weekdays.length > 0) {
    add(onWeekdays, JSON.stringify(filter.weekdays));
  }
  if (filter.sourceId !== undefined) add(anyPlace('source_id = ?'), filter.sourceId, filter.sourceId);
  if (filter.folder !== undefined) {
    const { sql, given } = inFolder(filter.folder);
    const label = labelled(filter.folder);
    if (label === null) add(anyPlace(sql), ...given, ...given);
    else add(`(${anyPlace(sql)} OR ${byLabel})`, ...given, ...given, label);
  }
  if (filter.documents !== undefined) add(amongDocuments, JSON.stringify(filter.documents));
  for (const name of filter.between ?? []) add(`${byPeople})`, personIds([name], people));
  if (filter.tags !== undefined && filter.tags.length > 0) {
    add(byTag, JSON.stringify(filter.tags.map((tag) => `/${tag.toLowerCase()}/`)));
  }
  if (filter.endings !== undefined && filter.endings.length > 0) {
    add(byEnding, JSON.stringify(filter.endings.map((ending) => ending.toLowerCase())));
  }
  if (filter.titled !== undefined && filter.titled.length > 0) {
    add(amongDocuments, JSON.stringify(words.titled(filter.titled)));
  }
  for (const word of filter.words ?? []) {
    const expression = words.expression(word);
    if (expression !== null) add(byWord, expression);
  }
  for (const phrase of filter.phrases ?? []) add(amongDocuments, JSON.stringify(words.withPhrase(phrase)));
  for (const left of filter.without ?? []) {
    const expression = words.expression(left);
    if (/\s/.test(left.trim())) add(`NOT ${amongDocuments}`, JSON.stringify(words.withPhrase(left)));
    else if (expression !== null) add(`NOT ${byWord}`, expression);
  }
  const everything = parts.length === 0;
  return { sql: ['file.missing_since IS NULL', ...parts].join(' AND '), values, everything };
}

/** A mail that lies in several places is in each of them; the condition is on columns of `file`. */
function anyPlace(condition: string): string {
  return `(${condition.replace(/\b(?:source_id|path)\b/g, 'file.$&')} OR document.document_id IN (
    SELECT document_id FROM mail_copy JOIN file AS place USING (file_id)
      WHERE place.missing_since IS NULL AND ${condition.replace(/\b(?:source_id|path)\b/g, 'place.$&')}))`;
}

/** SQLite counts from Sunday, as 0. A document without a date is on no day. */
const onWeekdays = `(strftime('%w', document.date_ms / 1000, 'unixepoch') + 6) % 7 + 1 IN (SELECT value FROM json_each(?))`;

const amongDocuments = '(document.document_id IN (SELECT value FROM json_each(?)))';

const byWord = `(document.document_id IN (SELECT document_id FROM chunk
  WHERE chunk_id IN (SELECT rowid FROM chunk_text WHERE chunk_text MATCH ?)))`;

/** Its own tags, and where it is a mail those of its copies; what stands below a tag has it too. */
const byTag = `EXISTS (SELECT 1 FROM json_each(?) AS wanted, (
  SELECT value AS tag FROM json_each(document.tags) UNION ALL
  SELECT json_each.value FROM mail_copy, json_each(mail_copy.tags) WHERE mail_copy.document_id = document.document_id
) WHERE instr('/' || lower(tag) || '/', wanted.value) > 0)`;

/** Of a mail its attachments count too. The second of one name is kept as “plan.pdf (2)”. */
const byEnding = `EXISTS (SELECT 1 FROM json_each(?) WHERE
  substr(lower(coalesce(document.member, file.path)), -length(json_each.value)) = json_each.value
  OR lower(document.member) GLOB '*' || json_each.value || ' ([0-9]*)'
  OR (document.kind = 'mail' AND EXISTS (SELECT 1 FROM json_each(document.attachments) AS attached
    WHERE substr(lower(attached.value), -length(json_each.value)) = json_each.value)))`;

const byPeople = `document.document_id IN (SELECT document_id FROM document_person
  WHERE person_id IN (SELECT value FROM json_each(?))`;

function personIds(names: readonly string[], people: PeopleReader): string {
  return JSON.stringify(names.flatMap((name) => people.idsOf(name)));
}

/** Milliseconds of an ISO 8601 date (midnight UTC) or time; what is no date is later than every document. */
function timeOf(iso: string): number {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

const wholePath = /^(?:[/\\]|[A-Za-z]:[/\\])/;

/** Mail programs keep folders that are none on the disk, and labels; those of one mail may stand in each other: Choir/2019. */
const byLabel = `document.kind = 'mail' AND EXISTS (SELECT 1 FROM (
  SELECT value FROM json_each(document.tags) UNION ALL
  SELECT value FROM mail_copy, json_each(mail_copy.tags) WHERE mail_copy.document_id = document.document_id
) WHERE instr('/' || lower(value) || '/', ?) > 0)`;

/** null for a path, which names a place on the disk. */
function labelled(folder: string): string | null {
  return wholePath.test(folder) ? null : `/${folder.toLowerCase().replace(/\/+$/, '')}/`;
}

/** A whole path is that folder and what is below it; a name is every folder called so, in any case. */
function inFolder(folder: string): { sql: string; given: string[] } {
  const plain = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  const path = `replace(path, '\\', '/')`;
  if (wholePath.test(plain))
    return { sql: `substr(${path}, 1, length(?)) = ?`, given: [`${plain}/`, `${plain}/`] };
  return { sql: `instr(lower(${path}), ?) > 0`, given: [`/${plain.toLowerCase().replace(/^\/+/, '')}/`] };
}
