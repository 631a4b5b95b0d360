import type { Library } from '#indexer/store/library.ts';
import { documentKind } from '#main/contract/document.ts';
import type { ExampleQuestion } from '#main/contract/examples.ts';
import type { Directory } from './plan/directory.ts';

/** Whom most documents name, among whom the first that wrote mails are taken. */
const candidates = 12;
const folderCandidates = 200;
const titleCandidates = 20;
/** As long as a question can still be read at a glance. */
const longestName = 40;

/**
 * What this library can be asked, from what it holds: its people, folders, years and documents, at most one of each way
 * of asking but two people. Empty for an empty library. No model and no search is asked.
 */
export function exampleQuestions(library: Library, directory: Directory): ExampleQuestion[] {
  const [first, second] = writers(library, directory);
  return [
    ...(first === undefined ? [] : [{ about: 'mails-of' as const, ...first }]),
    ...(second === undefined ? [] : [{ about: 'last-mail' as const, person: second.person }]),
    ...yearOf(library),
    ...folderOf(library, directory),
    ...titleOf(library),
  ];
}

/** People beside the owner who sent more than one mail, the busiest first. */
function writers({ documents }: Library, { people, owner }: Directory) {
  return people
    .slice(0, candidates)
    .filter(({ name, names, addresses }) => {
      const isOwner = owner !== null && (names.includes(owner) || addresses.includes(owner));
      return !isOwner && name.includes(' ') && name.length <= longestName && addresses.length > 0;
    })
    .map(({ name, addresses }) => ({
      person: name,
      mails: documents.count({ kinds: ['mail'], from: [...addresses] }),
    }))
    .filter(({ mails }) => mails > 1)
    .sort((a, b) => b.mails - a.mails);
}

/** Of the kind there is most of, the newest year. */
function yearOf({ documents }: Library): ExampleQuestion[] {
  const counts = documentKind.options.map((kind) => ({ kind, count: documents.count({ kinds: [kind] }) }));
  const [most] = counts.filter(({ count }) => count > 1).sort((a, b) => b.count - a.count);
  const newest = most === undefined ? undefined : documents.list({ kinds: [most.kind] }, 'newest', 1)[0];
  if (most === undefined || newest?.date == null) return [];
  const year = new Date(newest.date).getUTCFullYear();
  const count = documents.count({ kinds: [most.kind], after: `${year}-01-01`, before: `${year + 1}-01-01` });
  return [{ about: 'year', kind: most.kind, year, documents: count }];
}

/** Of the folders with a name of their own, the one with most documents. */
function folderOf({ documents }: Library, { folders }: Directory): ExampleQuestion[] {
  const names = folders.slice(0, folderCandidates).map((path) => path.split(/[\\/]/).at(-1) ?? '');
  const counted = [...new Set(names)]
    .filter((name) => /^\p{L}[\p{L}\p{N} ]{2,}$/u.test(name) && name.length <= longestName)
    .slice(0, candidates)
    .map((folder) => ({ folder, documents: documents.count({ folder }) }))
    .sort((a, b) => b.documents - a.documents);
  return counted.slice(0, 1).map((found) => ({ about: 'folder', ...found }));
}

/** The newest note or paper whose title is words, not the name of a file. */
function titleOf({ documents }: Library): ExampleQuestion[] {
  const found = documents
    .list({ kinds: ['note', 'document'] }, 'newest', titleCandidates)
    .find(({ title }) => title.length <= longestName && /^\p{L}[^_/\\.“”"]*\s[^_/\\.“”"]*$/u.test(title));
  return found === undefined ? [] : [{ about: 'title', title: found.title }];
}
