/** Words that carry grammar and no content, of English: the sets with answers are in English. */
const stopWords = new Set(
  `a an and are as at be been but by did do does for from had has have he her his i in is it its my not of on or she so
  that the their them they this to was we were which will with would you your`.split(/\s+/),
);

function contentWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set(words ?? [])].filter((word) => !stopWords.has(word));
}

/** Share of the gold answer's content words that stand in the shown answer; 1 for a gold answer without any. */
export function answerRecall(gold: string, shown: string): number {
  const wanted = contentWords(gold);
  if (wanted.length === 0) return 1;
  const said = new Set(contentWords(shown));
  return wanted.filter((word) => said.has(word)).length / wanted.length;
}
