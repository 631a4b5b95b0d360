import { spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { extname } from 'node:path';
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

/** Opens a file in its usual program; the only thing that differs between hosts. */
export type OpenFile = (path: string) => Promise<void>;

/** Opens a document where its kind is safe to open. Throws Fault `kind-not-opened`, `path-missing`. */
export async function openDocument(path: string, open: OpenFile): Promise<void> {
  const real = await realpath(path).catch((error: unknown) => {
    throw new Fault('path-missing', { path }, error);
  });
  if (!openable.has(extname(real).toLowerCase())) throw new Fault('kind-not-opened', { path });
  await open(real);
}

/** By the desktop's own command, without a shell: the path is one argument and starts with no option's dash. */
export const openByDesktop: OpenFile = async (path) => {
  const opener = desktopOpener();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(opener, [path], { stdio: 'ignore', detached: true });
    child.once('spawn', () => resolve());
    child.once('error', (error) => reject(new Fault('not-found', { what: `The program ${opener}` }, error)));
    child.unref();
  });
};

function desktopOpener(): string {
  if (process.platform === 'darwin') return 'open';
  return process.platform === 'win32' ? 'explorer.exe' : 'xdg-open';
}
