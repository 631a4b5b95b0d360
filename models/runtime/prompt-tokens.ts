import type { PromptPart } from '../chat/templates/template.ts';

/** Tokens of a text; `special`: a marker in it becomes the token it is. */
export type Tokenize<Token> = (text: string, special: boolean) => Token[];

/**
 * A prompt as tokens. A marker that the vocabulary holds is one; all text between two of them is cut into tokens at
 * once, as in training. Data never becomes a control token: it is cut without them, and where a marker is plain text to
 * the vocabulary, a space is put into what looks like one.
 */
export function promptTokens<Token>(parts: readonly PromptPart[], tokenize: Tokenize<Token>): Token[] {
  const known = new Map<string, Token | null>();
  const tokenOf = (marker: string): Token | null => {
    const seen = known.get(marker);
    if (seen !== undefined) return seen;
    const [token, ...others] = tokenize(marker, true);
    const only = token !== undefined && others.length === 0 ? token : null;
    known.set(marker, only);
    return only;
  };
  const markers = [...new Set(parts.filter(({ kind }) => kind === 'marker').map(({ text }) => text))];
  const written = markers.filter((marker) => tokenOf(marker) === null);
  const tokens: Token[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') tokens.push(...tokenize(text, false));
    text = '';
  };
  for (const part of parts) {
    const token = part.kind === 'marker' ? tokenOf(part.text) : null;
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
