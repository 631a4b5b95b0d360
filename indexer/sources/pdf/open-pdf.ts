import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Unreadable } from '../parser.ts';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** pdf.js's numbers of drawing operators. */
  readonly operators: PdfJs['OPS'];
  close(): Promise<void>;
}

/** Character maps of Asian fonts, part of pdf.js; nothing else is read from disk. */
const characterMaps = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'cmaps/',
);

/** Pictures are left undecoded: a picture over this many pixels is passed over, and none is as small. */
const mostImagePixels = 1;

/**
 * Opens a PDF with pdf.js, which since version 5 evaluates no code from the file: no fonts, no network.
 * Throws `Unreadable` encrypted or corrupt.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    // A copy: pdf.js takes the buffer it is given away from its owner.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    maxImageSize: mostImagePixels,
    cMapUrl: characterMaps,
    cMapPacked: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return { document: await task.promise, operators: pdfjs.OPS, close: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    const encrypted = cause instanceof Error && cause.name === 'PasswordException';
    throw encrypted
      ? new Unreadable('skipped', 'encrypted', '', cause)
      : new Unreadable('failed', 'corrupt', 'it is no whole PDF document', cause);
  }
}

async function loadPdfJs(): Promise<PdfJs> {
  // pdf.js loads a native canvas for these unless they are there; text needs no canvas, and a parser no native code.
  const scope = globalThis as { DOMMatrix?: unknown; Path2D?: unknown; ImageData?: unknown };
  scope.DOMMatrix ??= class DOMMatrix {};
  scope.Path2D ??= class Path2D {};
  scope.ImageData ??= class ImageData {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
