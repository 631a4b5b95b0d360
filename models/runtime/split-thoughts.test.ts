import { expect, test } from 'vitest';
import { splitThoughts } from './split-thoughts.ts';

const marks = { begin: '<think>', end: '</think>' };

function split(reply: string, size: number, thinks = false): { thought: string; text: string } {
  const splitter = splitThoughts(marks, thinks);
  const said = { thought: '', text: '' };
  for (let at = 0; at < reply.length; at += size)
    for (const { kind, text } of splitter.add(reply.slice(at, at + size))) said[kind] += text;
  for (const { kind, text } of splitter.rest()) said[kind] += text;
  return said;
}

test.each([1, 2, 3, 7, 100])('in pieces of %i letters thoughts and reply are told apart', (size) => {
  const { thought, text } = split('<think>\nIs 3 < 4? Yes.</think>\n\nIt is. [1]', size);
  expect(thought.trim()).toBe('Is 3 < 4? Yes.');
  expect(text.trim()).toBe('It is. [1]');
  expect(split('It costs < 4 euros: <think> is a mark.', size)).toEqual({
    thought: '',
    text: 'It costs < 4 euros: <think> is a mark.',
  });
  expect(split('so 5 </think>Five.', size, true)).toEqual({ thought: 'so 5 ', text: 'Five.' });
  expect(split('never ends <', size, true)).toEqual({ thought: 'never ends <', text: '' });
  expect(split('<thin', size)).toEqual({ thought: '', text: '<thin' });
});
