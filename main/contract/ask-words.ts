import type { Progress } from './ask.ts';
import type { Intent } from './search.ts';

/** The sentences of such an answer are entries of a list: one thing of one day each. */
export const listedIntents: ReadonlySet<Intent> = new Set(['timeline', 'summarise']);

const units: Record<Progress['unit'], readonly [one: string, many: string]> = {
  mails: ['mail', 'mails'],
  documents: ['document', 'documents'],
  pages: ['page', 'pages'],
  parts: ['part', 'parts'],
};

export function progressUnit(unit: Progress['unit'], count: number): string {
  return units[unit][count === 1 ? 0 : 1];
}

/** How far a summary is, in words for every front end. */
export function progressInWords({ phase, done, total, unit }: Progress): string {
  const of = `${done} of ${total} ${progressUnit(unit, total)}`;
  switch (phase) {
    case 'reading':
      return `Read ${of}`;
    case 'noting':
      return `The model took notes of ${of}`;
  }
}

/** Whether such a question is looked up in the files at all. */
export function looksInFiles(intent: Intent): boolean {
  return intent !== 'talk' && intent !== 'reckon';
}
