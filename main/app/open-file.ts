import { spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { Fault } from '#main/contract/fault.ts';

/**
 * What may be opened in its usual program: documents that a program shows. A file that the system would run, or that
 * leads elsewhere (.desktop, .lnk, .url, .html with scripts in a browser), is not among them.
 */
const openable: ReadonlySet<string> = new Set([
  ...['.md', '.markdown', '.txt', '.text', '.log', '.csv', '.tsv', '.org', '.rst', '.tex'],
  ...['.pdf', '.docx', '.odt', '.rtf', '.epub', '.xlsx', '.ods', '.pptx', '.odp'],
  ...['.eml', '.mbox', '.ics', '.vcf'],
  ...['.png', '.jpg', '.jpeg', '.gif', '.webp', '.heic', '.mp3', '.m4a', '.wav', '.mp4'],
]);

/** In its usual program, or its folder with the file in it. */
type Way = 'open' | 'reveal';

/** Hands a file to the desktop; the only thing that differs between hosts. */
export type OpenFile = (path: string, way: Way) => Promise<void>;

/** Opens a document where its kind is safe to open. Throws Fault `kind-not-opened`, `path-missing`. */
export async function openDocument(path: string, open: OpenFile): Promise<void> {
  const real = await realpath(path).catch((error: unknown) => {
    throw new Fault('path-missing', { path }, error);
  });
  if (!openable.has(extname(real).toLowerCase())) throw new Fault('kind-not-opened', { path });
  await open(real, 'open');
}

/** Shows a document's file in its folder, whatever its kind: nothing is opened but the folder. Throws Fault `path-missing`. */
export async function revealDocument(path: string, open: OpenFile): Promise<void> {
  const real = await realpath(path).catch((error: unknown) => {
    throw new Fault('path-missing', { path }, error);
  });
  await open(real, 'reveal');
}

/** By the desktop's own command, without a shell: the path is one argument and starts with no option's dash. */
export const openByDesktop: OpenFile = async (path, way) => {
  const [opener, ...rest] = desktopOpener(path, way);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(opener, rest, { stdio: 'ignore', detached: true });
    child.once('spawn', () => resolve());
    child.once('error', (error) => reject(new Fault('not-found', { what: `The program ${opener}` }, error)));
    child.unref();
  });
};

function desktopOpener(path: string, way: Way): [command: string, ...words: string[]] {
  switch (process.platform) {
    case 'darwin':
      return way === 'open' ? ['open', path] : ['open', '-R', path];
    case 'win32':
      return ['explorer.exe', way === 'open' ? path : `/select,${path}`];
    default:
      return ['xdg-open', way === 'open' ? path : dirname(path)];
  }
}
