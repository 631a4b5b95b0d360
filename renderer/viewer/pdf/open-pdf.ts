import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url';
import type { Client } from '../../connection/client.ts';
import { BundledData, bytesOf } from './bundled-data.ts';

/** As much as one call gives. */
const stretchBytes = 256 * 1024;

/** An open PDF of which only those stretches are read that its pages need. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  close(): void;
}

/** Reads a document’s own bytes from the engine, a stretch at a time; a file that changes meanwhile ends it. */
class EngineStretches extends PDFDataRangeTransport {
  readonly #read: (at: number, length: number) => Promise<Uint8Array>;
  readonly #failed: (error: unknown) => void;

  constructor(
    sizeBytes: number,
    first: Uint8Array,
    read: (at: number, length: number) => Promise<Uint8Array>,
    failed: (error: unknown) => void,
  ) {
    super(sizeBytes, first);
    this.#read = read;
    this.#failed = failed;
  }

  override requestDataRange(begin: number, end: number): void {
    this.#fill(begin, end).catch(this.#failed);
  }

  async #fill(begin: number, end: number): Promise<void> {
    // pdf.js takes a range whole or not at all.
    const range = new Uint8Array(end - begin);
    for (let at = begin; at < end; at += stretchBytes)
      range.set(await this.#read(at, Math.min(stretchBytes, end - at)), at - begin);
    this.onDataRange(begin, range);
  }
}

/** Opens a PDF; rejects with the Fault of reading it, or with pdf.js’ error where it is none, is damaged or locked. */
export async function openPdf(client: Client, documentId: number, signal: AbortSignal): Promise<OpenPdf> {
  const first = await client.documents.stretch({ documentId, at: 0, length: stretchBytes }, { signal });
  const failure = Promise.withResolvers<never>();
  const read = async (at: number, length: number): Promise<Uint8Array> => {
    const { base64, version } = await client.documents.stretch({ documentId, at, length }, { signal });
    if (version !== first.version) throw new Error('The file has changed.');
    return bytesOf(base64);
  };
  const thread = new Worker(trustedWorker(), { type: 'module' });
  const worker = PDFWorker.create({ port: thread });
  const task = getDocument({
    range: new EngineStretches(first.sizeBytes, bytesOf(first.base64), read, failure.reject),
    rangeChunkSize: stretchBytes,
    ...{
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      useWasm: false,
      useWorkerFetch: false,
    },
    ...{ worker, BinaryDataFactory: BundledData, cMapPacked: true },
    // Names of places that BundledData and the build know; nothing is fetched from them.
    ...{ cMapUrl: 'bundled/', standardFontDataUrl: 'bundled/' },
    wasmUrl: new URL('./pdf/', document.baseURI).href,
    verbosity: 0,
  });
  const close = (): void => {
    void task.destroy().finally(() => thread.terminate());
  };
  try {
    return { pdf: await Promise.race([task.promise, failure.promise]), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The page’s policy lets no string become a script’s address; this one is a file of the build. */
function trustedWorker(): string {
  const { trustedTypes } = window as Window & {
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(address: string): string },
      ): {
        createScriptURL(address: string): string;
      };
    };
  };
  policy ??= trustedTypes?.createPolicy('quipu-pdf', { createScriptURL: (address) => address });
  return policy?.createScriptURL(workerAddress) ?? workerAddress;
}

let policy: { createScriptURL(address: string): string } | undefined;
