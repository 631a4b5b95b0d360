import type { ReadableDb } from './connection.ts';
import { foldLetters, joinedWords, spaceOut, writtenOut } from './indexed-text.ts';
import { createTextReader } from './text-blocks.ts';

/** Finds documents by what stands in them: the part of a filter that the full text answers. */
export interface WordConditions {
  /** A full-text expression for one word in title or text, in any inflection and spelling; null where it holds no letter. */
  expression(word: string): string | null;
  /** Documents in which a phrase stands as it is: case, accents and spaces aside. */
  withPhrase(phrase: string): number[];
  /** Documents with one of the words in their title or in their file's name. */
  titled(words: readonly string[]): number[];
}

interface NameRow {
  readonly documentId: number;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly member: string | null;
}

const hasWord = /[\p{L}\p{N}]/u;
/** A compound's last part is taken for the word from this many letters on: Stromrechnung is a Rechnung. */
const compoundChars = 7;

export function createWordConditions(db: ReadableDb): WordConditions {
  const texts = createTextReader(db);
  const matching = db.prepare<[string], { documentId: number; start: number; end: number; title: string }>(
    `SELECT document_id AS documentId, start, end, title FROM chunk JOIN document USING (document_id)
      WHERE chunk_id IN (SELECT rowid FROM chunk_text WHERE chunk_text MATCH ?) ORDER BY chunk_id`,
  );
  const names = db.prepare<[], NameRow>(
    'SELECT document_id AS documentId, kind, title, path, member FROM document JOIN file USING (file_id)',
  );

  const expression: WordConditions['expression'] = (word) => {
    const folded = foldLetters(word).toLowerCase();
    const spellings = [spaceOut(folded), ...joinedWords(folded), ...writtenOut(folded)];
    const said = [...new Set(spellings)].filter((spelling) => hasWord.test(spelling));
    return said.length === 0 ? null : `{title text} : (${said.map(quoted).join(' OR ')})`;
  };
  return {
    expression,
    withPhrase(phrase) {
      const wanted = expression(phrase);
      const holds = phraseIn(phrase);
      if (wanted === null) return [];
      const found = new Set<number>();
      for (const { documentId, start, end, title } of matching.all(wanted)) {
        if (found.has(documentId)) continue;
        if (holds(title) || holds(texts.slice(documentId, start, end))) found.add(documentId);
      }
      return [...found];
    },
    titled(words) {
      const patterns = words.map(titleWord);
      return names
        .all()
        .filter(({ kind, title, path, member }) => {
          // What a mail's file is called is its mail program's affair.
          const name = kind === 'mail' ? '' : (member ?? path.replace(/^.*[/\\]/, ''));
          const texts = [plain(title), plain(name)];
          return patterns.some((pattern) => texts.some((text) => pattern.test(text)));
        })
        .map(({ documentId }) => documentId);
    },
  };
}

function quoted(spelling: string): string {
  return `"${spelling.replaceAll('"', ' ')}"`;
}

/** Lower case, without accents, spaces and line breaks one space each. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function phraseIn(phrase: string): (text: string) => boolean {
  const wanted = plain(phrase);
  const before = /^[\p{L}\p{N}]/u.test(wanted) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(wanted) ? '(?![\\p{L}\\p{N}])' : '';
  const pattern = new RegExp(`${before}${escaped(wanted)}${after}`, 'u');
  return (text) => pattern.test(plain(text));
}

/** A word as titles have it: in the plural too, and of a long one what a compound ends in. */
function titleWord(word: string): RegExp {
  const wanted = plain(word);
  const before = wanted.length >= compoundChars ? '' : '(?<!\\p{L})';
  return new RegExp(`${before}${escaped(wanted)}\\p{L}{0,2}(?!\\p{L})`, 'u');
}
