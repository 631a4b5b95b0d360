import { fold, foldInPlace } from '../language/words.ts';
import type { Directory } from './directory.ts';
import type { Span } from './span.ts';

export interface FoundFolder extends Span {
  readonly folder: string;
}

const named =
  /(?:(?:in|from|under|im|aus|en|dans)\s+)?(?:(?:the|my|dem|meinem|der|la|mi|le|mon)\s+)?(?:(?:folder|directory|label|ordner|verzeichnis|carpeta|dossier)\s+(?:called\s+|named\s+|namens\s+|llamada\s+)?["“„«]?([\p{L}\p{N}_][\p{L}\p{N}_ .-]*)|["“„«]?([\p{L}\p{N}_.-]+)["”“»]?\s+(?:folder|directory|label|ordner|verzeichnis))/u;

function lastPart(path: string): string {
  return fold(path.split(/[\\/]/).at(-1) ?? '');
}

/** A folder or label of the directory named with that word beside it, else null. */
export function findFolder(question: string, directory: Directory): FoundFolder | null {
  const match = named.exec(foldInPlace(question));
  if (match === null) return null;
  const said = fold((match[1] ?? match[2] ?? '').trim());
  const known = [...new Set(directory.folders.map(lastPart))]
    .filter((name) => name !== '' && (said === name || said.startsWith(`${name} `)))
    .sort((a, b) => b.length - a.length)[0];
  if (known === undefined) return null;
  const path = directory.folders.find((folder) => lastPart(folder) === known) ?? known;
  const surplus = match[1] === undefined ? 0 : said.length - known.length;
  return {
    start: match.index,
    end: match.index + match[0].length - surplus,
    folder: path.split(/[\\/]/).at(-1) ?? path,
  };
}
