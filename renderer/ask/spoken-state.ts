import { faultSentence } from '../wording/fault-sentence.ts';
import { counted } from '../wording/figures.ts';
import type { Turn } from './turns.ts';

/** What a screen reader says of a turn: each stage once and the answer as a whole, never the stream of words. */
export function spokenState(turn: Turn): string {
  switch (turn.phase) {
    case 'asking': {
      const { hits, instant, sentences, draft } = turn.heard;
      if (sentences.length > 0 || draft !== '') return 'Writing the answer.';
      if (instant !== null) {
        return ['Found in your files:', ...instant.sentences.map(({ text }) => text)].join(' ');
      }
      return hits === null ? 'Searching your files.' : `${counted(hits, 'passage')} found.`;
    }
    case 'answered': {
      const { outcome, answer } = turn.answer;
      if (outcome === 'empty-library') return 'Nothing is indexed yet.';
      return `Answer: ${answer}`;
    }
    case 'stopped':
      return 'Stopped.';
    case 'failed':
      return faultSentence(turn.fault);
  }
}
