import { basename, dirname, relative, sep } from 'node:path';
import { type ContentRule, contentRulesIn, type RulesApplied } from '../sources/content-rules.ts';
import { mailFolderOf } from '../sources/mail/mail-folder.ts';
import { isSecretPath } from '../sources/secrets/secret-store.ts';
import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';

/** What parsers may know of where a file lies. */
export interface FileStanding {
  /** Content rules that are off in its source. */
  readonly rulesOff: readonly ContentRule[];
  /** The mail program's folder, by the folders below its source: the source itself a person chose, whatever it is called. */
  readonly mailFolder: readonly string[];
}

export function standingOf(library: Library, { sourceId, path }: FileRow): FileStanding {
  const source = library.sources.get(sourceId);
  const folders = source === undefined || source.path === path ? '' : relative(source.path, dirname(path));
  return {
    rulesOff: contentRulesIn(source?.rulesOff ?? []),
    mailFolder: mailFolderOf(folders === '' ? [] : folders.split(sep), basename(path)),
  };
}

export function isSameMailFolder(a: FileStanding, b: FileStanding): boolean {
  return (
    a.mailFolder.length === b.mailFolder.length &&
    a.mailFolder.every((name, index) => name === b.mailFolder[index])
  );
}

/** With the rule for key files where the path makes it one: the folders that keys lie in parsers never see. */
export function rulesWithPath({ off, touched }: RulesApplied, path: string): RulesApplied {
  return { off, touched: isSecretPath(path) ? contentRulesIn([...touched, 'secret-stores']) : touched };
}
