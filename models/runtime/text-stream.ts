import type { LlamaModel, Token } from 'node-llama-cpp';

/** A character of several tokens shows this until its last one. */
const incomplete = '\uFFFD';
/** Longest wait for a character to complete, in tokens: the bytes of one character and one to spare. */
const longestCharacterTokens = 5;
const precedingTokens = 8;

export interface TextStream {
  /** The text that became readable with this token; empty in the middle of a character. */
  add(token: Token): string;
  /** What is left. */
  end(): string;
}

/** Turns tokens into text as they come, without breaking characters; control tokens give no text. */
export function createTextStream(model: LlamaModel): TextStream {
  let done: Token[] = [];
  let waiting: Token[] = [];
  const flush = (): string => {
    const text = model.detokenize(waiting, false, done);
    done = [...done, ...waiting].slice(-precedingTokens);
    waiting = [];
    return text;
  };
  return {
    add: (token) => {
      waiting.push(token);
      const text = model.detokenize(waiting, false, done);
      if (text.endsWith(incomplete) && waiting.length < longestCharacterTokens) return '';
      return flush();
    },
    end: () => (waiting.length === 0 ? '' : flush()),
  };
}
