/** What `fileName` reads of a document. */
export interface NamedDocument {
  readonly kind: string;
  readonly title: string;
  readonly member: string | null;
}

const extension = /\.[\p{L}\p{N}]{1,8}$/u;
/** Names that programs give (1043.emlx, 1718049.M123P.host:2,S) would fill the index with words that nobody looks for. */
const given = /\p{L}{3}|\p{Script=Han}/u;

/**
 * The name of the file that a document is, in a folder, an archive or attached to a mail, by which it is found; empty
 * for one of many in a file, and where the title says it already.
 */
export function fileName({ kind, title, member }: NamedDocument, path: string): string {
  const isPart = member !== null && (kind === 'mail' || kind === 'message' || !extension.test(member));
  const name = baseName(member ?? path);
  const stem = name.replace(extension, '');
  if (isPart || !given.test(stem) || (kind === 'mail' && stem === name)) return '';
  return title.includes(stem) ? '' : name;
}

/** The last part of a path of any system. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
