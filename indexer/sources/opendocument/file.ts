import { Unreadable } from '../parser.ts';
import { readXml } from '../xml-tree/read-xml.ts';
import { childOf, descendantsOf, type XmlElement } from '../xml-tree/tree.ts';
import { ZipArchive } from '../zip/archive.ts';

/** The parts of an OpenDocument file (OASIS ODF 1.3) that hold words. */
export interface OpenDocumentFile {
  /** `office:text` or `office:presentation`. */
  readonly body: XmlElement;
  /** Every root that may define styles: the document's own last, since it has the last word. */
  readonly styleRoots: readonly XmlElement[];
  readonly meta: XmlElement | undefined;
}

/** Opens a package, or the flat form that is one XML file. Throws `Unreadable` encrypted, corrupt or too-large. */
export function openDocumentFile(bytes: Uint8Array): OpenDocumentFile {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const root = readXml(bytes);
    return { body: bodyOf(root), styleRoots: [root], meta: childOf(root, 'office:meta') };
  }
  const archive = new ZipArchive(bytes);
  refuseEncrypted(archive);
  const content = readXml(archive.read('content.xml'));
  const styles = optional(archive, 'styles.xml');
  return {
    body: bodyOf(content),
    styleRoots: styles === undefined ? [content] : [styles, content],
    meta: childOf(optional(archive, 'meta.xml'), 'office:meta'),
  };
}

function bodyOf(root: XmlElement): XmlElement {
  const body = childOf(root, 'office:body');
  const found = childOf(body, 'office:text') ?? childOf(body, 'office:presentation');
  if (found === undefined) throw new Unreadable('failed', 'mislabelled', 'it is no text or presentation');
  return found;
}

/** Encrypted parts look like any other; the manifest says which they are (ODF 1.3 part 2, 4.8). */
function refuseEncrypted(archive: ZipArchive): void {
  if (!archive.has('META-INF/manifest.xml')) return;
  const manifest = readXml(archive.read('META-INF/manifest.xml'));
  for (const _found of descendantsOf(manifest, 'manifest:encryption-data'))
    throw new Unreadable('skipped', 'encrypted');
}

/** Styles and properties help to read a text, but it can be read without them. */
function optional(archive: ZipArchive, name: string): XmlElement | undefined {
  try {
    return archive.has(name) ? readXml(archive.read(name)) : undefined;
  } catch (error) {
    if (error instanceof Unreadable && error.reason === 'corrupt') return undefined;
    throw error;
  }
}
