/** What `fileName` reads of a document. */
export interface NamedDocument {
  readonly kind: string;
  readonly title: string;
  readonly member: string | null;
}

const extension = /\.[\p{L}\p{N}]{1,8}$/u;
/** Names that programs give (1043.jpg) would fill the index with words that nobody looks for. */
const given = /\p{L}{3}|\p{Script=Han}/u;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of the name of the file that a document is, in a folder, an archive or attached to a mail, by which it is
 * found. Only those its title does not say, for they take room, and none of a mail, which has a subject, or of one of
 * many documents in a file.
 */
export function nameWords({ kind, title, member }: NamedDocument, path: string): string {
  const isPart = member !== null && (kind === 'message' || !extension.test(member));
  const stem = baseName(member ?? path).replace(extension, '');
  if (kind === 'mail' || isPart || !given.test(stem)) return '';
  const said = new Set(title.toLowerCase().match(word));
  return (stem.match(word) ?? []).filter((part) => !said.has(part.toLowerCase())).join(' ');
}

/** The last part of a path of any system. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
