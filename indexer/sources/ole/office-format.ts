import type { Format } from '../formats.ts';
import { Unreadable } from '../parser.ts';
import { OleContainer } from './container.ts';

type OleFormat = 'doc' | 'ppt' | 'msg' | 'workbook';

/**
 * What an OLE container holds, by the stream in its root that makes it a document; null for something else. Encrypted
 * documents of the newer formats lie in one too ([MS-OFFCRYPTO] 1.3.3). A broken container is what its name says, whose
 * parser tells what is broken.
 */
export function oleFormat(bytes: Uint8Array, named: Format | undefined): OleFormat | 'encrypted' | null {
  const claimed =
    named === 'workbook' || named === 'msg' || named === 'doc' || named === 'ppt' ? named : null;
  try {
    const container = new OleContainer(bytes);
    if (container.has('EncryptedPackage')) return 'encrypted';
    if (container.has('__properties_version1.0')) return 'msg';
    if (container.has('WordDocument')) return 'doc';
    if (container.has('PowerPoint Document')) return 'ppt';
    // Some programs write the name in capitals.
    if (['Workbook', 'WORKBOOK', 'Book', 'BOOK'].some((name) => container.has(name))) return 'workbook';
    return claimed === 'workbook' ? claimed : null;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return claimed;
  }
}
