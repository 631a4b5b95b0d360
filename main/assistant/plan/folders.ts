import { fold, foldInPlace } from '../language/words.ts';
import type { Directory } from './directory.ts';
import type { Span } from './span.ts';

export interface FoundFolder extends Span {
  readonly folder: string;
}

const named =
  /(?:(?:in|from|under|im|aus|en|dans|nel(?:la)?|dal(?:la)?|n[ao]|em)\s+)?(?:(?:the|my|dem|meinem|der|la|mi|le|mon|mia|minha|a)\s+)?(?:(?:folder|directory|label|ordner|verzeichnis|carpeta|dossier|cartella|pasta)\s+(?:called\s+|named\s+|namens\s+|llamada\s+|appele\s+|chiamata\s+|chamada\s+)?["“„«]?([\p{L}\p{N}_][\p{L}\p{N}_ ./-]*)|["“„«]?([\p{L}\p{N}_.-]+)["”“»]?\s+(?:folder|directory|label|ordner|verzeichnis))/u;

/**
 * "Daily notes", "meeting notes": the folder's name, in either number, right before the word for what lies in it, which
 * begins at `start`.
 */
export function folderBefore(question: string, start: number, { folders }: Directory): FoundFolder | null {
  const word = /(\p{L}[\p{L}\p{N}-]*) $/u.exec(question.slice(0, start))?.[1];
  if (word === undefined) return null;
  const said = fold(word);
  const known = folders.map((path) => path.split(/[\\/]/).at(-1) ?? '');
  const folder = known.find((name) => [said, `${said}s`].includes(fold(name)));
  return folder === undefined ? null : { start: start - word.length - 1, end: start - 1, folder };
}

/** "In Insurance", "under Notes/Home": no word for a folder beside it. */
const within =
  /(?<!\p{L})(?:in|under|inside|aus|unter|en|dans|sous|nella?|dentro|em|n[ao])\s+(?:my |the |meinem |mi |mon |mia |minha )?(?=\p{Lu})/gu;

/**
 * A folder or label of the directory named with that word beside it, else null. Where `listing`, one that begins with a
 * capital and is called so letter by letter may stand alone.
 */
export function findFolder(question: string, directory: Directory, listing: boolean): FoundFolder | null {
  const match = named.exec(foldInPlace(question));
  const called = match === null ? null : folderCalled(match, directory);
  return called ?? (listing ? folderAlone(question, directory) : null);
}

function folderAlone(question: string, { folders }: Directory): FoundFolder | null {
  const known = [...new Set(folders.flatMap((path) => tails(path)))].sort((a, b) => b.length - a.length);
  for (const match of question.matchAll(within)) {
    const start = match.index + match[0].length;
    const rest = foldInPlace(question.slice(start));
    const name = known.find(
      (folder) =>
        rest.startsWith(fold(folder)) && !/^[\p{L}\p{N}'’/-]/u.test(rest.slice(fold(folder).length)),
    );
    if (name !== undefined) return { start: match.index, end: start + name.length, folder: name };
  }
  return null;
}

/** "Home" and "Notes/Home" of "/home/anna/Notes/Home". */
function tails(path: string): string[] {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  return [parts.slice(-1), parts.slice(-2)].map((tail) => tail.join('/')).filter((tail) => tail !== '');
}

function folderCalled(match: RegExpExecArray, directory: Directory): FoundFolder | null {
  const said = (match[1] ?? match[2] ?? '').trim();
  const known = [...new Set(directory.folders.flatMap(tails))]
    .filter((name) => said === fold(name) || said.startsWith(`${fold(name)} `))
    .sort((a, b) => b.length - a.length)[0];
  if (known === undefined) return null;
  const surplus = match[1] === undefined ? 0 : said.length - known.length;
  return { start: match.index, end: match.index + match[0].trimEnd().length - surplus, folder: known };
}
