/**
 * What pages need beside the file: maps of characters and the fonts that every reader of PDF has. They are part of the
 * build, each a module of its own that is loaded when a page asks for it, so that nothing is fetched.
 */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?inline',
    import: 'default',
  }),
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?inline',
    import: 'default',
  }),
};

const byName = new Map(
  Object.entries(parts).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1), load]),
);

interface DataWanted {
  readonly filename: string;
}

/** In the shape that pdf.js asks for such parts. */
export class BundledData {
  async fetch({ filename }: DataWanted): Promise<Uint8Array> {
    const address = await byName.get(filename)?.();
    if (address === undefined) throw new Error(`${filename} is not part of the build`);
    return bytesOf(address.slice(address.indexOf(',') + 1));
  }
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
