/** Half-points: text of one point and less cannot be read. */
const smallestHalfPoints = 2;

/**
 * Takes the text out of runs that Word does not show (ECMA-376 17.3.2.41 `vanish`), or shows in white or too small to
 * read. White counts only in documents without any shading, since it is often set on a dark cell.
 */
export function withoutHiddenRuns(xml: string): { shown: string; hidden: string[] } {
  const shaded =
    /<w:shd\b[^>]*w:fill="(?!auto|ffffff)[0-9a-f]{6}"|<w:highlight\b|<w:background\b|<wp:anchor\b|<a:solidFill>/i.test(
      xml,
    );
  const parts: string[] = [];
  const hidden: string[] = [];
  let copied = 0;
  let at = xml.indexOf('<w:rPr>');
  while (at !== -1) {
    const end = xml.indexOf('</w:rPr>', at);
    if (end === -1) break;
    if (
      /<w:r(?:\s[^<>]*)?>\s*$/.test(xml.slice(Math.max(0, at - 300), at)) &&
      isHidden(xml.slice(at, end), shaded)
    ) {
      const close = xml.indexOf('</w:r>', end);
      const runEnd = close === -1 ? xml.length : close;
      parts.push(xml.slice(copied, end), withoutText(xml.slice(end, runEnd), hidden));
      copied = runEnd;
    }
    at = xml.indexOf('<w:rPr>', Math.max(end, copied));
  }
  parts.push(xml.slice(copied));
  return { shown: parts.join(''), hidden };
}

function isHidden(properties: string, shaded: boolean): boolean {
  if (/<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(properties)) return true;
  if (!shaded && /<w:color\b[^>]*w:val="ffffff"/i.test(properties)) return true;
  const size = /<w:sz\s+w:val="(\d+)"/.exec(properties)?.[1];
  return size !== undefined && Number(size) <= smallestHalfPoints;
}

function withoutText(run: string, hidden: string[]): string {
  return run.replace(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g, (_whole, text: string) => {
    hidden.push(text);
    return '';
  });
}
