import { expect, it } from 'vitest';
import { hrefOf, parseRoute } from './route.ts';

it('an address names its screen, whatever else stands in it', () => {
  expect(parseRoute('#/library')).toEqual({ screen: 'library' });
  expect(parseRoute('#/ask/12')).toEqual({ screen: 'ask', conversationId: 12 });
  for (const odd of ['', '#', '#/ask', '#/ask/-1', '#/ask/1e9', '#/nowhere', '#javascript:alert(1)']) {
    expect(parseRoute(odd)).toEqual({ screen: 'ask', conversationId: null });
  }
});

it('an address leads back to the route it came from', () => {
  for (const route of [
    { screen: 'library' as const },
    { screen: 'people' as const },
    { screen: 'models' as const },
    { screen: 'quick' as const },
    { screen: 'start' as const, step: 'kept-out' as const },
    { screen: 'settings' as const, section: null },
    { screen: 'settings' as const, section: 'privacy' },
    { screen: 'ask' as const, conversationId: null },
    { screen: 'ask' as const, conversationId: 7 },
    { screen: 'ask' as const, conversationId: 7, answerId: 31 },
  ]) {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  }
});
