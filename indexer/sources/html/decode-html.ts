import { decodeText } from '../text/decode.ts';

/** Where a charset declaration is looked for; real pages have it late, after long comments. */
const prescanBytes = 65_536;

/** The text of a page in the encoding that it declares, where its bytes allow that; null for binary data. */
export function decodeHtml(bytes: Uint8Array): string | null {
  return decodeText(bytes, declaredCharset(bytes))?.text ?? null;
}

/** The charset that a page declares in its head (WHATWG encoding prescan, without its state machine). */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanBytes)).replace(/<!--.*?-->/gs, '');
  return /<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}
