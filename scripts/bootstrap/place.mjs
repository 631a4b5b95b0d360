import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** What the set-up remembers between runs; git ignores it. */
export const stampsFolder = join(root, 'out', 'bootstrap');

const programs = join(root, 'node_modules', '.bin');

/**
 * An environment in which the checkout's own programs, Node among them, come before the computer's.
 * @param {string} node path of the right Node
 */
export function ownEnvironment(node) {
  const { PATH = '', Path = PATH } = process.env;
  const own = node.startsWith(root) ? programs : `${programs}${delimiter}${join(node, '..')}`;
  return { ...process.env, PATH: `${own}${delimiter}${Path}` };
}

/**
 * The path of a program that PATH leads to, or null.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/**
 * Set-up talks on stderr: stdout belongs to the command that follows.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
