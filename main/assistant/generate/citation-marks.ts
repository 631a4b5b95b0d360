const mark = /\s*\[\s*(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\s*\]/g;

/** A sentence without its citation marks, and the passage numbers they named. Anything else in brackets stays text. */
export function takeCitationMarks(text: string, passages: number): { text: string; cited: number[] } {
  const cited = new Set<number>();
  const plain = text.replace(mark, (_, numbers: string) => {
    for (const number of numbers.split(/[,;]/)) {
      const n = Number(number);
      if (n >= 1 && n <= passages) cited.add(n);
    }
    return '';
  });
  return { text: plain.replace(/\s+([.!?,;:])/g, '$1').trim(), cited: [...cited] };
}

const markdownLink = /!?\[([^[\]]*)\]\s*(?:\([^)]*\)|\[[^\]]*\])/g;
const tag = /<[^<>]*>|<(?=[a-z/!?])/gi;
const address = /(?:\p{L}[\p{L}\d+.-]*:\/\/|www\.|data:|javascript:|vbscript:|file:|mailto:)[^\s<>"')\]]*/giu;

/** Replaces until nothing is left to replace: a link inside a link would otherwise come out whole. */
function replaceAll(text: string, pattern: RegExp, replacement: string): string {
  let before = text;
  for (;;) {
    const after = before.replace(pattern, replacement);
    if (after === before) return after;
    before = after;
  }
}

/**
 * An answer is plain text: Markdown links and images lose their target, and addresses that no passage holds, whole, are
 * left out, so that a hostile passage cannot make the model carry anything out.
 */
export function withoutLinks(text: string, passageTexts: readonly string[]): string {
  const plain = replaceAll(replaceAll(text, tag, ''), markdownLink, '$1');
  const held = new Set(passageTexts.flatMap((passage) => passage.match(address) ?? []).map(bare));
  return plain.replace(address, (found) => (held.has(bare(found)) ? found : '…'));
}

/** An address without the sentence's own sign behind it. */
function bare(found: string): string {
  return found.replace(/[.,;]$/, '');
}
