import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A tree of notes that is changed at random in every way people and programs change files. */
export interface RandomTree {
  /** One random change; what cannot be done just now is left. */
  change(): void;
  /** Path of each file and what it holds; links to files apart. */
  readonly files: ReadonlyMap<string, Content>;
  /** Every note that ever was. */
  readonly notes: number;
}

/** What one file holds, under however many names it has. */
interface Content {
  /** The number of the note. */
  note: number;
}

/** The word that stands in one note alone. */
export function wordOf(note: number): string {
  return `zq${note}x`;
}

function contentOf(note: number): string {
  return `# Note ${wordOf(note)}\n\nThe word of this note is ${wordOf(note)}.\n`;
}

const mostFiles = 400;
const folderCount = 24;

export function growTree(root: string, random: () => number): RandomTree {
  const files = new Map<string, Content>();
  let folders = Array.from({ length: folderCount }, (_, n) => join(root, `f${n % 6}`, `g${n}`));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  let notes = 0;
  let names = 0;

  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const anyFile = (): string | undefined => pick([...files.keys()]);
  const anyFolder = (): string => pick(folders) ?? root;
  const newPath = (): string => join(anyFolder(), `n${names++}.md`);
  const fresh = (): number => (random() < 0.25 && notes > 0 ? Math.floor(random() * notes) : notes++);
  const below = (folder: string): string[] =>
    [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  const move = (from: string, to: string): void => {
    const content = files.get(from);
    renameSync(from, to);
    files.delete(from);
    if (content !== undefined) files.set(to, content);
  };
  const create = (path: string): void => {
    const note = fresh();
    writeFileSync(path, contentOf(note));
    files.set(path, { note });
  };

  const operations: readonly (readonly [weight: number, act: () => void])[] = [
    [20, () => files.size < mostFiles && create(newPath())],
    [18, () => onFile(writeInPlace)],
    [12, () => onFile(saveAtomically)],
    [5, () => onFile((path) => utimesSync(path, random() * 2e9, random() * 2e9))],
    [3, () => onFile((path) => chmodSync(path, random() < 0.5 ? 0o600 : 0o644))],
    [10, () => onFile((path) => move(path, join(dirname(path), `r${names++}.md`)))],
    [8, () => onFile((path) => move(path, newPath()))],
    [3, moveFolder],
    [8, () => onFile((path) => copyFile(path, newPath()))],
    [1, copyFolder],
    [10, () => onFile(remove)],
    [1, removeFolder],
    [2, () => onFile((path) => hardLink(path, newPath()))],
    [2, () => onFile((path) => symlinkSync(path, join(anyFolder(), `l${names++}.md`)))],
  ];
  const total = operations.reduce((sum, [weight]) => sum + weight, 0);

  function onFile(act: (path: string) => void): void {
    const path = anyFile();
    if (path !== undefined) act(path);
  }
  /** Changes the file under all its names. */
  function writeInPlace(path: string): void {
    const content = files.get(path);
    if (content === undefined) return;
    content.note = fresh();
    writeFileSync(path, contentOf(content.note));
  }
  function saveAtomically(path: string): void {
    const note = fresh();
    const draft = join(dirname(path), `.${basename(path)}.tmp`);
    writeFileSync(draft, contentOf(note));
    renameSync(draft, path);
    files.set(path, { note });
  }
  function remove(path: string): void {
    rmSync(path);
    files.delete(path);
  }
  function copyFile(from: string, to: string): void {
    const content = files.get(from);
    if (files.size >= mostFiles || content === undefined) return;
    cpSync(from, to);
    files.set(to, { ...content });
  }
  function hardLink(from: string, to: string): void {
    const content = files.get(from);
    if (content === undefined) return;
    linkSync(from, to);
    files.set(to, content);
  }
  function moveFolder(): void {
    const from = anyFolder();
    const to = join(root, `f${Math.floor(random() * 6)}`, `m${names++}`);
    const inside = below(from).map((path) => [path, files.get(path)] as const);
    renameSync(from, to);
    folders = folders.map((folder) => (folder === from ? to : folder));
    for (const [path] of inside) files.delete(path);
    for (const [path, content] of inside)
      if (content !== undefined) files.set(to + path.slice(from.length), content);
  }
  function copyFolder(): void {
    const from = anyFolder();
    const inside = below(from);
    if (files.size + inside.length > mostFiles) return;
    const to = join(root, `f${Math.floor(random() * 6)}`, `c${names++}`);
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    folders.push(to);
    for (const path of inside) files.set(to + path.slice(from.length), { note: files.get(path)?.note ?? 0 });
  }
  function removeFolder(): void {
    if (folders.length <= folderCount / 2) return;
    const folder = anyFolder();
    rmSync(folder, { recursive: true });
    folders = folders.filter((one) => one !== folder);
    for (const path of below(folder)) files.delete(path);
  }

  return {
    files,
    get notes() {
      return notes;
    },
    change() {
      let at = random() * total;
      for (const [weight, act] of operations) {
        at -= weight;
        if (at < 0) return act();
      }
    },
  };
}
