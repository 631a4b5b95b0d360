import type { Completion } from '#main/contract/complete.ts';
import { documentKind } from '#main/contract/document.ts';
import { kindWords } from '#main/contract/document-words.ts';
import { fold } from '../language/words.ts';
import type { Directory } from '../plan/directory.ts';
import { type OperatorName, operatorNames } from './tokens.ts';

/** What may stand for the end of a text as it is typed: enough to choose from, few enough to read. */
const mostCompletions = 8;

/** The last word as an operator with the beginning of its value; `#` and `@` are short for a tag and a person. */
const unfinished = new RegExp(`(?<![^\\s(])(?:(${operatorNames.join('|')}):|([#@]))(["“]?)([^"“”]*)$`, 'iu');

/**
 * Completes the operator that a text ends in: people, folders, kinds and tags of the library that begin so, those that
 * most documents have first. Empty where the text ends in none.
 */
export function complete(text: string, directory: Directory): Completion[] {
  const match = unfinished.exec(text);
  if (match === null) return [];
  const [whole, named = '', sign, quote = '', typed = ''] = match;
  // Without a quotation mark a space ends the value.
  if (quote === '' && /\s/.test(typed)) return [];
  const name = (sign === '#' ? 'tag' : sign === '@' ? 'with' : named.toLowerCase()) as OperatorName;
  const from = text.length - whole.length;
  return valuesOf(name, fold(typed), directory)
    .slice(0, mostCompletions)
    .map(({ value, label, detail }) => ({
      from,
      text: `${name}:${quotedWhereNeeded(value)} `,
      label,
      detail,
    }));
}

interface Value {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

function valuesOf(name: OperatorName, typed: string, directory: Directory): Value[] {
  switch (name) {
    case 'from':
    case 'to':
    case 'with':
      return directory.people
        .filter(({ names, addresses }) =>
          [...names.flatMap((one) => [one, ...one.split(/\s+/)]), ...addresses].some((one) =>
            fold(one).startsWith(typed),
          ),
        )
        .map((person) => ({
          value: person.name,
          label: person.name,
          detail: person.addresses.find((address) => address !== person.name) ?? '',
        }));
    case 'in':
      return unique(directory.folders.map(lastPart))
        .filter((folder) => fold(folder).startsWith(typed))
        .map((folder) => ({ value: folder, label: folder, detail: 'folder' }));
    case 'tag':
      return unique(directory.tags)
        .filter(
          (tag) => tag.split('/').some((part) => fold(part).startsWith(typed)) || fold(tag).startsWith(typed),
        )
        .map((tag) => ({ value: tag, label: tag, detail: 'tag' }));
    case 'kind':
      return documentKind.options
        .filter((kind) => kind.startsWith(typed) || kindWords[kind][1].startsWith(typed))
        .map((kind) => ({ value: kind, label: kindWords[kind][1], detail: 'kind' }));
    case 'has':
      return 'attachment'.startsWith(typed) ? [{ value: 'attachment', label: 'attachment', detail: '' }] : [];
    case 'after':
    case 'before':
      return [];
  }
}

function lastPart(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? ''
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

function quotedWhereNeeded(value: string): string {
  return /[\s,;:()]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
