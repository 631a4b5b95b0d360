import { expect, it } from 'vitest';
import { createReplyEnd } from './reply-end.ts';

function shown(pieces: readonly string[], ends: readonly string[]): { text: string; isOver: boolean } {
  const reply = createReplyEnd(ends);
  let text = '';
  for (const piece of pieces) {
    const added = reply.add(piece);
    text += added.text;
    if (added.isOver) return { text, isOver: true };
  }
  return { text: text + reply.rest(), isOver: false };
}

it('a reply is over where the model asks itself, wherever that is cut', () => {
  const whole = 'Under the mat.\nUSER: And then?';
  for (let first = 0; first <= whole.length; first++)
    for (let second = first; second <= whole.length; second += 3) {
      const pieces = [whole.slice(0, first), whole.slice(first, second), whole.slice(second)];
      expect(shown(pieces, ['USER:', '### Human:'])).toEqual({ text: 'Under the mat.\n', isOver: true });
    }
});

it('what only begins like an end is shown', () => {
  expect(shown(['The US', 'E of it', ' US'], ['USER:'])).toEqual({ text: 'The USE of it US', isOver: false });
  expect(shown(['a', 'b'], [])).toEqual({ text: 'ab', isOver: false });
});
