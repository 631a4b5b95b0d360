import { ZipArchive } from '../zip/archive.ts';
import { withoutHiddenRuns } from './hidden-runs.ts';

/** A Word document's archive in the shape that mammoth reads: so that it unpacks within our bounds, not its own. */
export class DocxFile {
  readonly hidden: string[] = [];
  readonly #archive: ZipArchive;

  /** Throws `Unreadable` corrupt or too-large. */
  constructor(bytes: Uint8Array) {
    this.#archive = new ZipArchive(bytes);
  }

  names(): string[] {
    return this.#archive.names();
  }

  exists(name: string): boolean {
    return this.#archive.has(name);
  }

  bytes(name: string): Uint8Array {
    return this.#archive.read(name);
  }

  /** What mammoth calls; its texts come without runs that Word does not show. */
  async read(name: string, encoding?: string): Promise<Uint8Array | string> {
    const bytes = this.#archive.read(name);
    if (encoding === undefined) return bytes;
    if (encoding === 'base64') return Buffer.from(bytes).toString('base64');
    const text = new TextDecoder(encoding).decode(bytes);
    if (!/^word\/(?:document|footnotes|endnotes|comments)\d*\.xml$/.test(name)) return text;
    const { shown, hidden } = withoutHiddenRuns(text);
    this.hidden.push(...hidden);
    return shown;
  }
}
