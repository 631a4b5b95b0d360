import type { MentionedPerson } from '#main/contract/document.ts';
import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import { Unreadable } from '../parser.ts';
import { readXml } from '../xml-tree/read-xml.ts';
import { childOf, childrenOf, descendantsOf, innerText, type XmlElement } from '../xml-tree/tree.ts';
import type { ZipArchive } from '../zip/archive.ts';
import { partName } from './part-name.ts';

/** What a book says of itself and in which order it is read (EPUB 3.3, 5). */
export interface PackageDocument {
  readonly title: string;
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
  /** The parts of the book in reading order. */
  readonly spine: readonly SpineItem[];
}

interface SpineItem {
  /** The name in the archive; empty where the book does not list what it refers to. */
  readonly part: string;
  /** False for pictures, and for the page of contents, which repeats the headings. */
  readonly isText: boolean;
}

/** Throws `Unreadable` corrupt where it is missing or broken. */
export function readPackageDocument(archive: ZipArchive): PackageDocument {
  const part = rootFileOf(archive);
  const root = readXml(archive.read(part));
  const metadata = child(root, 'metadata');
  return {
    title: tidyTitle(innerText(firstOf(metadata, 'dc:title'))),
    date: dateOf(metadata),
    people: authorsOf([...descendantsOf(metadata, 'dc:creator')].map((creator) => innerText(creator))),
    spine: spineOf(root, part),
  };
}

function rootFileOf(archive: ZipArchive): string {
  const container = readXml(archive.read('META-INF/container.xml'));
  for (const { attributes } of childrenOf(childOf(container, 'rootfiles'), 'rootfile')) {
    const part = partName('', attributes['full-path'] ?? '');
    if (archive.has(part)) return part;
  }
  throw new Unreadable('failed', 'corrupt', 'its package document is missing');
}

function spineOf(root: XmlElement, part: string): SpineItem[] {
  const items = new Map<string, SpineItem>();
  for (const { attributes } of children(child(root, 'manifest'), 'item')) {
    const isContents = attributes['properties']?.split(/\s+/).includes('nav') ?? false;
    items.set(attributes['id'] ?? '', {
      part: partName(part, attributes['href'] ?? ''),
      isText: !isContents && !/^(?:image|audio|video|font)\//.test(attributes['media-type'] ?? ''),
    });
  }
  return [...children(child(root, 'spine'), 'itemref')].map(
    ({ attributes }) => items.get(attributes['idref'] ?? '') ?? { part: '', isText: true },
  );
}

/** Books name several dates; that of publication counts, and a change only where there is no other. */
function dateOf(metadata: XmlElement | undefined): string | null {
  const dates = [...descendantsOf(metadata, 'dc:date')];
  const published = dates.find(({ attributes }) => attributes['opf:event'] === 'publication');
  const modified = [...children(metadata, 'meta')].find(
    ({ attributes }) => attributes['property'] === 'dcterms:modified',
  );
  for (const element of [published, ...dates, modified]) {
    const date = isoDate(innerText(element).trim());
    if (date !== null) return date;
  }
  return null;
}

function firstOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const found of descendantsOf(parent, name)) return found;
  return undefined;
}

/** Books of the wrong or no namespace leave the prefix out. */
function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return childOf(parent, `opf:${name}`) ?? childOf(parent, name);
}

function* children(parent: XmlElement | undefined, name: string): Iterable<XmlElement> {
  yield* childrenOf(parent, `opf:${name}`);
  yield* childrenOf(parent, name);
}
