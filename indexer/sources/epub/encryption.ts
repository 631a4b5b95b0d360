import { Unreadable } from '../parser.ts';
import { readXml } from '../xml-tree/read-xml.ts';
import { descendantsOf } from '../xml-tree/tree.ts';
import type { ZipArchive } from '../zip/archive.ts';
import { partName } from './part-name.ts';

const listPart = 'META-INF/encryption.xml';

/** Throws `Unreadable` encrypted where parts that are read are; obfuscated fonts do no harm (EPUB 3.3, 4.2.6.3.2). */
export function refuseEncrypted(archive: ZipArchive, parts: ReadonlySet<string>): void {
  if (!archive.has(listPart)) return;
  const list = readXml(archive.read(listPart));
  for (const name of ['enc:CipherReference', 'CipherReference', 'xenc:CipherReference'])
    for (const { attributes } of descendantsOf(list, name))
      if (parts.has(partName('', attributes['URI'] ?? ''))) throw new Unreadable('skipped', 'encrypted');
}
