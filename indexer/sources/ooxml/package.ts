import { readXml } from '../xml-tree/read-xml.ts';
import { childrenOf, type XmlElement } from '../xml-tree/tree.ts';
import { ZipArchive } from '../zip/archive.ts';

/** A link from one part of a package to another (ECMA-376 part 2, 8.2). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `slide`, `notesSlide`. */
  readonly type: string;
  /** The name of the part it leads to. */
  readonly part: string;
}

/** The parts of an Office document (Open Packaging Conventions) and what ties them. */
export class OfficePackage {
  readonly #archive: ZipArchive;

  /** Throws `Unreadable` corrupt or too-large. */
  constructor(bytes: Uint8Array) {
    this.#archive = new ZipArchive(bytes);
  }

  names(): string[] {
    return this.#archive.names();
  }

  bytes(part: string): Uint8Array | null {
    return this.#archive.has(part) ? this.#archive.read(part) : null;
  }

  /** Throws `Unreadable` corrupt where the part is missing or broken. */
  xml(part: string): XmlElement {
    return readXml(this.#archive.read(part));
  }

  /** Links to other parts; those that lead out of the package are left out, so nothing outside is ever named. */
  relationships(part: string): Relationship[] {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!this.#archive.has(name)) return [];
    const found: Relationship[] = [];
    for (const { attributes } of childrenOf(this.xml(name)))
      if (attributes['TargetMode'] !== 'External')
        found.push({
          id: attributes['Id'] ?? '',
          type: attributes['Type']?.split('/').at(-1) ?? '',
          part: resolved(part.slice(0, slash), attributes['Target'] ?? ''),
        });
    return found;
  }
}

/** A target as a part's name, from the folder of the part that names it. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
