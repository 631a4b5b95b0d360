/** How many of a text's last letters may be the beginning of one of these marks, whose rest is still to come. */
export function begunAtEnd(text: string, marks: readonly string[]): number {
  const longest = Math.max(0, ...marks.map((mark) => mark.length - 1));
  for (let length = Math.min(text.length, longest); length > 0; length--)
    if (marks.some((mark) => mark.startsWith(text.slice(-length)))) return length;
  return 0;
}
