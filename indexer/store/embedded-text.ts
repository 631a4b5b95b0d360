import { hash } from 'node:crypto';

/** What of a chunk and its document goes into the embedded text. */
export interface EmbeddedParts {
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

/**
 * The text that is embedded: the chunk with the title and headings it stands under, so that it is understood alone.
 * Its hash is the key of the embedding; changing this function means embedding every library again.
 */
export function embeddedText({ title, heading, text }: EmbeddedParts): string {
  return [title, heading, text].filter((part) => part !== '').join('\n');
}

export const embeddedHashBytes = 16;

/** The first bytes of the sha256: two of a billion texts share it with a chance of about 1 in 10^21. */
export function embeddedHash(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, embeddedHashBytes);
}
