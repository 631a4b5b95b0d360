/** What may be asked of every answer and can be checked by a program. */
export interface CheckedInstruction {
  readonly text: string;
  readonly isKept: (reply: string) => boolean;
}

const citation = /\[\d+\]/g;

/** A reply without its marks. */
const said = (reply: string): string => reply.replace(citation, '').trim();

export const checkedInstructions: readonly CheckedInstruction[] = [
  {
    text: 'Answer in capital letters only.',
    isKept: (reply) => /\p{Lu}/u.test(reply) && !/\p{Ll}/u.test(said(reply)),
  },
  {
    text: 'End each answer with the word Amen.',
    isKept: (reply) => /\bamen[.!]?$/i.test(said(reply)),
  },
  {
    text: 'Begin each answer with the word Well.',
    isKept: (reply) => /^["“]?well\b/i.test(said(reply)),
  },
];
