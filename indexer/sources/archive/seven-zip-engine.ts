import type { SevenZipModule } from '7z-wasm';
import SevenZip from '7z-wasm';
import { Unreadable } from '../parser.ts';

/** Lines of a listing: against directories without end. */
const mostLines = 2_000_000;
const input = '/archive';
const wanted = '/wanted';
const output = '/out';
/** Asked for a password it would wait for an answer. No archive is opened with this one. */
const noPassword = '-p\u0001';

/** 7-Zip over one archive in memory: its file system is a table of this process, with no way to the real one. */
export class SevenZipEngine {
  readonly #module: SevenZipModule;
  readonly #type: string;
  readonly #lines: readonly string[];
  #room = Number.POSITIVE_INFINITY;

  private constructor(module: SevenZipModule, type: string, lines: readonly string[]) {
    this.#module = module;
    this.#type = type;
    this.#lines = lines;
    const { FS } = module;
    const write = FS.write.bind(FS);
    FS.write = (stream, buffer, offset, length, ...rest) => {
      this.#room -= length;
      // A size that the archive claims is not trusted: what is written counts.
      if (this.#room < 0) throw new Unreadable('failed', 'too-large', 'unpacked');
      return write(stream, buffer, offset, length, ...rest);
    };
  }

  /** `type` is 7-Zip's name of the format, so that nothing else it could open is tried. */
  static async open(bytes: Uint8Array, type: string): Promise<SevenZipEngine> {
    const lines: string[] = [];
    const print = (line: string): void => {
      if (lines.length < mostLines) lines.push(line);
    };
    const module = await withoutNodeConstants(() =>
      SevenZip({ print, printErr: print, noExitRuntime: true, stdin: () => 0 }),
    );
    module.FS.writeFile(input, bytes);
    return new SevenZipEngine(module, type, lines);
  }

  /** The technical listing, line by line; null where it breaks off. */
  list(): readonly string[] | null {
    const from = this.#lines.length;
    const isWhole = this.#run('l', ['-slt', '-ba', '-sccUTF-8', '--', input]);
    return isWhole ? this.#lines.slice(from) : null;
  }

  /** What it said last, for what a failure means. */
  get said(): string {
    return this.#lines.slice(-20).join('\n');
  }

  /** Unpacks these files, or all, to at most `room` bytes; what could not be unpacked is missing afterwards. */
  unpack(paths: readonly string[] | 'all', room: number): void {
    const chosen = paths === 'all' ? [] : [`@${wanted}`];
    if (paths !== 'all') this.#module.FS.writeFile(wanted, paths.join('\n'));
    this.#room = room;
    this.#run('x', ['-bso0', '-spd', '-scsUTF-8', `-o${output}`, '-aou', '-y', input, ...chosen]);
  }

  /** An unpacked file, which is gone from the engine then; null where there is none, or a link. */
  take(path: string): Uint8Array | null {
    const { FS } = this.#module;
    // 7-Zip unpacks no such path; followed here it would lead to the archive itself.
    if (path.split('/').includes('..')) return null;
    const at = `${output}/${path}`;
    try {
      if (!FS.isFile(FS.lstat(at).mode)) return null;
      const bytes = FS.readFile(at);
      FS.unlink(at);
      return bytes;
    } catch {
      return null;
    }
  }

  /** Names at the top of what was unpacked. */
  names(): string[] {
    try {
      return this.#module.FS.readdir(output).filter((name) => name !== '.' && name !== '..');
    } catch {
      return [];
    }
  }

  #run(command: string, args: readonly string[]): boolean {
    try {
      // It returns the program's exit code, of which its types say nothing; 1 is a warning.
      const code: unknown = this.#module.callMain([
        command,
        `-t${this.#type}`,
        noPassword,
        '-bd',
        '-bsp0',
        ...args,
      ]);
      return code === 0 || code === 1;
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      // An exception of C++ arrives as the number of its address.
      return false;
    }
  }
}

/**
 * At its start the library asks Node for constants of the real file system, which a parser's process may not have.
 * They serve its bridge to that file system alone, which stays dead without them. It asks before its first await.
 */
function withoutNodeConstants<T>(start: () => T): T {
  const own = Object.getOwnPropertyDescriptor(process, 'binding');
  Object.defineProperty(process, 'binding', { value: () => ({ fs: {} }), configurable: true });
  try {
    return start();
  } finally {
    if (own === undefined) Reflect.deleteProperty(process, 'binding');
    else Object.defineProperty(process, 'binding', own);
  }
}
