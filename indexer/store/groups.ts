import type { Filter, GroupBy } from '#main/contract/search.ts';
import type { ReadableDb } from './connection.ts';
import { createFilterConditions } from './filter.ts';
import type { PeopleReader, Person } from './people.ts';

/** How many documents have something in common; of a person the name that is shown. */
export interface Group {
  readonly label: string;
  readonly count: number;
}

export type PeopleRole = 'sender' | 'recipient' | 'person';

/** Counts over documents by SQL, each exact. What a mail repeats of another is no document of its own. */
export interface GroupStore {
  /** Periods and weekdays in their order, the others with most documents first. What has none of it is in no group. */
  groups(filter: Filter, by: GroupBy): Group[];
  /** Humans in a role of the documents within the filter. */
  people(filter: Filter, role: PeopleRole): Group[];
  /** Files attached to mails: their number, and their names with that of the mail, newest mail first. */
  attachments(filter: Filter, endings: readonly string[]): Attachment[];
  /** Mails that answer each other count once; what answers nothing counts for itself. */
  threads(filter: Filter): number;
  /** The largest files, or longest texts, first. */
  bySize(filter: Filter, of: 'file' | 'text', order: 'largest' | 'smallest', limit: number): Sized[];
}

export interface Attachment {
  readonly documentId: number;
  readonly name: string;
}

export interface Sized {
  readonly documentId: number;
  /** Bytes of the file, or characters of the text. */
  readonly size: number;
}

const rolesOf: Readonly<Record<PeopleRole, readonly string[]>> = {
  sender: ['from', 'author'],
  recipient: ['to', 'cc'],
  person: ['from', 'author', 'to', 'cc', 'mentioned'],
};

const moment = "document.date_ms / 1000, 'unixepoch'";
/** SQLite's names of dates: ISO 8601 weeks, weekdays from 1 for Monday. In UTC, as filters are. */
const periodLabels: Partial<Record<GroupBy, string>> = {
  day: `strftime('%Y-%m-%d', ${moment})`,
  week: `strftime('%G-W%V', ${moment})`,
  weekday: `strftime('%u', ${moment})`,
  month: `strftime('%Y-%m', ${moment})`,
  year: `strftime('%Y', ${moment})`,
};

const from = 'FROM document JOIN file USING (file_id)';
const counted = 'is_quotation = 0';

export function createGroupStore(db: ReadableDb, people: PeopleReader): GroupStore {
  const conditionOf = createFilterConditions(db, people);
  const all = <Row>(filter: Filter, sql: (condition: string) => string, ...before: unknown[]): Row[] => {
    const condition = conditionOf(filter);
    const statement = db.prepare<unknown[], Row>(sql(`${counted} AND ${condition.sql}`));
    return statement.all(...before, ...condition.values);
  };
  const labelled = (filter: Filter, label: string, order: string): Group[] =>
    all(
      filter,
      (condition) => `SELECT ${label} AS label, count(*) AS count ${from}
        WHERE ${condition} AND ${label} IS NOT NULL GROUP BY 1 ORDER BY ${order}`,
    );

  const groupPeople: GroupStore['people'] = (filter, role) => {
    const links = all<{ documentId: number; personId: number }>(
      filter,
      (condition) => `SELECT DISTINCT document.document_id AS documentId, person_id AS personId
        FROM document JOIN file USING (file_id) JOIN document_person USING (document_id)
        WHERE role IN (SELECT value FROM json_each(?)) AND ${condition}`,
      JSON.stringify(rolesOf[role]),
    );
    const humanOf = new Map<number, Person>();
    for (const person of people.directory())
      for (const personId of person.personIds) humanOf.set(personId, person);
    const documents = new Map<Person, Set<number>>();
    for (const { documentId, personId } of links) {
      const human = humanOf.get(personId);
      if (human === undefined) continue;
      const known = documents.get(human);
      if (known === undefined) documents.set(human, new Set([documentId]));
      else known.add(documentId);
    }
    return mostFirst([...documents].map(([{ name }, { size }]) => ({ label: name, count: size })));
  };

  const byPlace = (filter: Filter, labelOf: (path: string, member: string | null) => string): Group[] => {
    const rows = all<{ path: string; member: string | null }>(
      filter,
      (condition) => `SELECT path, member ${from} WHERE ${condition}`,
    );
    const counts = new Map<string, number>();
    for (const { path, member } of rows) {
      const label = labelOf(path, member);
      if (label !== '') counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    return mostFirst([...counts].map(([label, count]) => ({ label, count })));
  };

  return {
    people: groupPeople,
    groups(filter, by) {
      const period = periodLabels[by];
      if (period !== undefined) return labelled(filter, period, '1');
      switch (by) {
        case 'sender':
        case 'recipient':
        case 'person':
          return groupPeople(filter, by);
        case 'folder':
          return byPlace(filter, (path) => path.replace(/[/\\][^/\\]*$/, ''));
        case 'ending':
          return byPlace(filter, (path, member) => endingOf(member?.replace(/ \(\d+\)$/, '') ?? path));
        case 'tag':
          return all(
            filter,
            (condition) => `SELECT value AS label, count(DISTINCT document.document_id) AS count
              ${from}, json_each(document.tags) WHERE ${condition} GROUP BY lower(value) ORDER BY 2 DESC, 1`,
          );
        default:
          return labelled(filter, 'document.kind', '2 DESC, 1');
      }
    },
    attachments: (filter, endings) =>
      all<Attachment>(
        filter,
        (condition) => `SELECT document.document_id AS documentId, value AS name
          ${from}, json_each(document.attachments) WHERE ${condition}
          ORDER BY coalesce(date_ms, modified_ms) DESC, document.document_id DESC, json_each.key`,
      ).filter(({ name }) => endings.length === 0 || endings.some((end) => name.toLowerCase().endsWith(end))),
    threads: (filter) =>
      all<{ count: number }>(
        filter,
        (condition) => `SELECT count(DISTINCT coalesce('t' || thread_id, 'd' || document_id)) AS count
          ${from} WHERE ${condition}`,
      )[0]?.count ?? 0,
    bySize(filter, of, order, limit) {
      const size =
        of === 'file'
          ? 'file.size_bytes'
          : '(SELECT coalesce(max(end), 0) FROM chunk WHERE chunk.document_id = document.document_id)';
      const whole = of === 'file' ? 'AND document.member IS NULL' : '';
      return all<Sized>(
        filter,
        (condition) => `SELECT document.document_id AS documentId, ${size} AS size ${from}
          WHERE ${condition} ${whole} ORDER BY 2 ${order === 'largest' ? 'DESC' : 'ASC'}, 1
          LIMIT ${Math.trunc(limit)}`,
      );
    },
  };
}

function mostFirst(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

function endingOf(path: string): string {
  return /\.[\p{L}\p{N}]{1,8}$/u.exec(path)?.[0].toLowerCase() ?? '';
}
