import { itemOf } from '#main/assistant/compute/condition.ts';
import type { DocumentView } from '#main/contract/document.ts';
import { Fault } from '#main/contract/fault.ts';
import { type Implementer, never } from '../implementer.ts';
import { openDocument, revealDocument } from '../open-file.ts';
import type { Parts } from '../parts.ts';

export function documentsRoutes(os: Implementer['documents'], { library, originals, openFile }: Parts) {
  const known = (documentId: number): DocumentView => {
    const document = library.documents.read(documentId);
    if (document === undefined) throw new Fault('not-found', { what: 'That document' });
    return document;
  };
  return {
    read: os.read.handler(({ input }) => known(input.documentId)),
    list: os.list.handler(({ input: { filter, order, offset, limit } }) => ({
      total: library.documents.count(filter),
      items: library.documents.list(filter, order, limit, offset).map(itemOf),
    })),
    formatted: os.formatted.handler(({ input, signal = never }) =>
      originals.formatted(input.documentId, signal),
    ),
    stretch: os.stretch.handler(({ input: { documentId, at, length }, signal = never }) =>
      originals.stretch(documentId, at, length, signal),
    ),
    around: os.around.handler(({ input }) => {
      known(input.documentId);
      return library.homes.around(input.documentId);
    }),
    open: os.open.handler(async ({ input }) => {
      await openDocument(known(input.documentId).path, openFile);
      return { opened: true };
    }),
    reveal: os.reveal.handler(async ({ input }) => {
      await revealDocument(known(input.documentId).path, openFile);
      return { revealed: true };
    }),
  };
}
