/** A file as 7-Zip's technical listing (`l -slt`) shows it. */
export interface ListedFile {
  readonly path: string;
  /** What the archive claims. */
  readonly sizeBytes: number;
  readonly encrypted: boolean;
}

/** The files of a listing: blocks of "Key = value", each beginning with its path. Folders and links are left out. */
export function listedFiles(lines: readonly string[]): ListedFile[] {
  const files: ListedFile[] = [];
  for (const block of blocksOf(lines)) {
    const path = block.get('Path') ?? '';
    const attributes = block.get('Attributes') ?? '';
    const isFolder = block.get('Folder') === '+' || /^\S*D/.test(attributes) || /(?:^| )d/.test(attributes);
    const isLink = /(?:^| )l/.test(attributes) || (block.get('Symbolic Link') ?? '') !== '';
    if (path === '' || isFolder || isLink) continue;
    const sizeBytes = Number(block.get('Size') ?? 0);
    files.push({
      path,
      sizeBytes: Number.isSafeInteger(sizeBytes) ? sizeBytes : 0,
      encrypted: block.get('Encrypted') === '+',
    });
  }
  return files;
}

/** A name with a line end in it ends up cut, is not found unpacked, and is reported as damaged. */
function* blocksOf(lines: readonly string[]): Iterable<ReadonlyMap<string, string>> {
  let block = new Map<string, string>();
  for (const line of lines) {
    const [, key, value = ''] = /^([A-Z][A-Za-z ]*) = (.*)$/.exec(line) ?? [];
    if (key === 'Path' && block.has('Path')) {
      yield block;
      block = new Map();
    }
    if (key !== undefined && !block.has(key)) block.set(key, value);
  }
  yield block;
}
