import { expect, it } from 'vitest';
import { askedText, command, oneOf, wholeNumber } from './command.ts';
import { UsageError } from './usage-error.ts';

const sample = command({
  name: 'sample',
  words: 'WORD',
  wordCount: [1, 1],
  summary: 'A sample',
  options: { limit: { type: 'string', value: 'N', help: 'at most N' } },
  run: async () => undefined,
});

function refusal(args: readonly string[]): string {
  try {
    sample.parse(args);
    return '';
  } catch (error) {
    return error instanceof UsageError ? error.line() : String(error);
  }
}

it('what holds everywhere is understood beside the command’s own options', () => {
  expect(sample.parse(['--library', '/l', 'word', '--json', '--limit', '3'])).toMatchObject({
    library: '/l',
    json: true,
    help: false,
  });
  expect(sample.parse(['-h'])).toMatchObject({ help: true });
});

it('what is not understood is one line that says where to look', () => {
  for (const args of [
    ['--limt', '3', 'word'],
    ['word', '--limit'],
    [],
    ['two', 'words'],
    ['--json=yes', 'word'],
  ]) {
    expect(refusal(args)).toMatch(/^[^\n]+\. See: quipu sample --help$/);
  }
  expect(refusal(['--limt', '3', 'word'])).toContain("'--limt'");
  expect(refusal(['two', 'words'])).toContain('no more than 1 word: put quotes');
  expect(refusal([''])).toContain('no empty word');
  expect(refusal(['--library', '', 'word'])).toContain('--library needs a DIR');
});

it('values of options are checked', () => {
  expect(wholeNumber('s', 'limit', '200', 1, 200)).toBe(200);
  for (const value of ['0', '201', '1.5', 'ten', '']) {
    expect(() => wholeNumber('s', 'limit', value, 1, 200)).toThrow(UsageError);
  }
  expect(oneOf('s', 'mode', 'keyword', ['keyword', 'vector'])).toBe('keyword');
  expect(() => oneOf('s', 'mode', 'toString', ['keyword', 'vector'])).toThrow(UsageError);
});

it('what is asked says something, in a bound number of characters', () => {
  expect(askedText('search', 'QUERY', 'x'.repeat(10_000))).toHaveLength(10_000);
  expect(() => askedText('search', 'QUERY', ' ')).toThrow('search needs a QUERY that is not empty');
  expect(() => askedText('search', 'QUERY', 'x'.repeat(10_001))).toThrow(
    /at most 10,000 characters, .* 10,001 /,
  );
});
