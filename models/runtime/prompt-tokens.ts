import type { PromptPart } from '../chat/templates/template.ts';

/**
 * A prompt as tokens. A marker that the vocabulary holds is one; all text between two of them is cut into tokens at
 * once, as in training. Data never becomes a control token: it is cut without them, and where a marker is plain text to
 * the vocabulary, a space is put into what looks like one. `tokenOf`: the token that a marker is, or null; `cut`: a text
 * without markers as tokens.
 */
export function promptTokens<Token>(
  parts: readonly PromptPart[],
  tokenOf: (marker: string) => Token | null,
  cut: (text: string) => Token[],
): Token[] {
  const markers = new Set(parts.filter(({ kind }) => kind === 'marker').map(({ text }) => text));
  const known = new Map([...markers].map((marker) => [marker, tokenOf(marker)]));
  const written = [...markers].filter((marker) => known.get(marker) === null);
  const tokens: Token[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') tokens.push(...cut(text));
    text = '';
  };
  for (const part of parts) {
    const token = part.kind === 'marker' ? (known.get(part.text) ?? null) : null;
    if (token === null) text += part.kind === 'data' ? withoutMarkers(part.text, written) : part.text;
    else {
      flush();
      tokens.push(token);
    }
  }
  flush();
  return tokens;
}

/** "[INST]" as "[ INST]": it reads the same and begins no turn. */
function withoutMarkers(text: string, markers: readonly string[]): string {
  return markers.reduce(
    (changed, marker) => changed.replaceAll(marker, `${marker.slice(0, 1)} ${marker.slice(1)}`),
    text,
  );
}
