import { expect, it } from 'vitest';
import { type Reason, reasonMessages, reasonSentence } from './reason.ts';

it('a reason is a whole sentence, whether or not its detail is known', () => {
  for (const code of Object.keys(reasonMessages) as Reason[]) {
    expect(reasonSentence(code)).toMatch(/^[A-Z“](?!.*(\{|\(\)|: \.| \.)).*[a-z)]\.$/);
    expect(reasonSentence(code, '3, $& 4')).not.toContain('{');
  }
  expect(reasonSentence('pages-without-text')).toBe('Some pages hold no text, probably scans.');
  expect(reasonSentence('pages-without-text', '3, 4')).toBe('Some pages hold no text, probably scans: 3, 4.');
});
