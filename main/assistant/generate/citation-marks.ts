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

/**
 * An answer is plain text: Markdown links and images lose their target, and addresses that no passage holds are left
 * out, so that a hostile passage cannot make the model carry anything out.
 */
export function withoutLinks(text: string, passageTexts: readonly string[]): string {
  return text
    .replace(/!?\[([^\]]*)\]\s*(?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/(?:https?:\/\/|www\.|data:|javascript:)[^\s<>"')\]]+/gi, (address) =>
      passageTexts.some((passage) => passage.includes(address.replace(/[.,;]$/, ''))) ? address : '…',
    );
}
