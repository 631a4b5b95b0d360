import type { implement } from '@orpc/server';
import type { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Formatted } from '#main/contract/formatted.ts';
import type { Surroundings } from '#main/contract/original.ts';

/** What lies behind a document of the sample: its file's bytes, its looks, what stands around it. */
interface SampleOriginal {
  readonly bytes?: Uint8Array;
  readonly formatted?: Formatted;
  readonly around?: Partial<Surroundings>;
}

export interface SampleOriginals {
  /** By document; of one that is not here the file is gone. */
  originals: Map<number, SampleOriginal>;
}

type DocumentsOs = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>['documents'];

/** The calls for originals, answered from the sample. */
export function sampleOriginals(os: DocumentsOs, state: SampleOriginals) {
  const gone = () => new Fault('path-missing', { path: '/home/ada/gone' });
  return {
    formatted: os.formatted.handler(({ input }): Formatted => {
      const original = state.originals.get(input.documentId);
      if (original === undefined) throw gone();
      return original.formatted ?? { blocks: [], truncated: false };
    }),
    stretch: os.stretch.handler(({ input: { documentId, at, length } }) => {
      const bytes = state.originals.get(documentId)?.bytes;
      if (bytes === undefined) throw gone();
      const base64 = Buffer.from(bytes.subarray(at, at + length)).toString('base64');
      return { sizeBytes: bytes.length, version: '1', base64 };
    }),
    around: os.around.handler(({ input }) => ({
      ...{ thread: null, holder: null, attachments: [] },
      ...state.originals.get(input.documentId)?.around,
    })),
  };
}
