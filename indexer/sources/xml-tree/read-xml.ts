import { SaxesParser } from 'saxes';
import { Unreadable } from '../parser.ts';
import { decodeText } from '../text/decode.ts';
import { canonicalPrefixes } from './namespaces.ts';
import type { XmlElement } from './tree.ts';

/** Against parts of tens of millions of elements: each takes some 200 bytes of memory as a tree. */
const mostElements = 1_500_000;
/** Elements inside each other, which readers follow by recursion: real documents stay under a hundred. */
const deepestNesting = 1_000;
/** Faults after which what is read is no XML; each costs the parser an error object. */
const mostFaults = 50;

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

/**
 * An XML part as a tree. No entity but the five of XML itself is ever expanded and no document type is followed.
 * Small faults, as hand-written files have, are read over; throws `Unreadable` corrupt for what breaks off or is no XML.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  if (decoded === null) throw corrupt();
  return new TreeBuilder().build(decoded.text);
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

class TreeBuilder {
  readonly #root: OpenElement = { name: '', attributes: noAttributes, children: [] };
  readonly #open: OpenElement[] = [this.#root];
  readonly #prefixes = new Map<string, string>();
  #elements = 0;
  #faults = 0;
  #brokenOff = false;

  build(text: string): XmlElement {
    const parser = new SaxesParser({ xmlns: false, position: false });
    parser.on('opentag', (tag) => this.#openTag(tag.name, tag.attributes));
    parser.on('closetag', () => this.#open.length > 1 && this.#open.pop());
    parser.on('text', (piece) => this.#open.at(-1)?.children.push(piece));
    parser.on('cdata', (piece) => this.#open.at(-1)?.children.push(piece));
    parser.on('error', () => this.#fault());
    parser.write(text);
    this.#brokenOff = this.#open.length > 1;
    parser.close();
    const root = this.#root.children.find((child) => typeof child !== 'string');
    if (root === undefined || this.#brokenOff) throw corrupt();
    return root;
  }

  #openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    if (this.#elements > mostElements || this.#open.length > deepestNesting)
      throw new Unreadable('failed', 'too-large', 'its markup');
    let kept: Record<string, string> | undefined;
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      if (key === 'xmlns' || key.startsWith('xmlns:')) this.#declare(key.slice(6), value);
      else {
        kept ??= Object.create(null) as Record<string, string>; // A table without prototype has no type of its own.
        kept[this.#canonical(key, false)] = value;
      }
    }
    const element = { name: this.#canonical(name, true), attributes: kept ?? noAttributes, children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #declare(prefix: string, uri: string): void {
    const usual = canonicalPrefixes.get(uri);
    if (usual !== undefined && usual !== prefix) this.#prefixes.set(prefix, usual);
    else this.#prefixes.delete(prefix);
  }

  #canonical(name: string, isElement: boolean): string {
    if (this.#prefixes.size === 0) return name;
    const colon = name.indexOf(':');
    if (colon === -1 && !isElement) return name;
    const usual = this.#prefixes.get(name.slice(0, Math.max(0, colon)));
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`;
  }

  #fault(): void {
    this.#faults += 1;
    if (this.#faults > mostFaults) throw corrupt();
  }
}

function corrupt(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'its markup breaks off');
}
