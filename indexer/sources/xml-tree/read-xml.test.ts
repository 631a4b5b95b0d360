import { describe, expect, it } from 'vitest';
import { reasonOf } from '../testing/reason-of.ts';
import { readXml } from './read-xml.ts';
import { childOf, innerText } from './tree.ts';

const read = (text: string) => readXml(new TextEncoder().encode(text));

describe('readXml', () => {
  it('expands no entity that a file declares', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&b; &f; &lt;</a>';
    expect(innerText(read(bomb))).toBe('&b; &f; <');
  });

  it('knows elements by their namespace, whatever prefix stands before them', () => {
    const uri = 'http://schemas.openxmlformats.org/presentationml/2006/main';
    expect(read(`<ns0:sld xmlns:ns0="${uri}"/>`).name).toBe('p:sld');
    expect(childOf(read(`<sld xmlns="${uri}"><cSld name="x"/></sld>`), 'p:cSld')?.attributes['name']).toBe(
      'x',
    );
  });

  it('gives a reason for what breaks off, is no XML, or nests without end', () => {
    expect(reasonOf(() => read('<a><b>half'))).toBe('corrupt');
    expect(reasonOf(() => read('only words'))).toBe('corrupt');
    expect(reasonOf(() => read('<a>'.repeat(20_000)))).toBe('too-large');
  });

  it('follows the encoding that a part declares', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>caf\xe9</a>', 'latin1');
    expect(innerText(readXml(bytes))).toBe('café');
  });
});
