/** Shorter runs may be a long word, a key or a link that somebody searches for. */
const shortestData = 300;
/** Encoded data has lines of 60 to 76 characters, words have 5. */
const shortestLine = 40;

/** True for base64 and the like: pictures and keys inside of text formats, which nobody searches. */
export function isEncodedData(text: string): boolean {
  if (text.length < shortestData) return false;
  const sample = text.slice(0, 4096).trim();
  if (!/^[\w+/=\s-]+$/.test(sample)) return false;
  return sample.length / sample.split(/\s+/).length >= shortestLine;
}
