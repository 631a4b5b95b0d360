import { useSyncExternalStore } from 'react';

/** Screens that need no more than their name. */
const plainScreens = ['library', 'people', 'models', 'compare', 'quick'] as const;
type PlainScreen = (typeof plainScreens)[number];

/** Steps of the first start, in their order. */
export const startSteps = ['where', 'kept-out', 'model'] as const;
export type StartStep = (typeof startSteps)[number];

/** What is on screen; kept in the address's fragment, so that Back, Forward and a reload work in every host. */
export type Route =
  | {
      readonly screen: 'ask';
      readonly conversationId: number | null;
      /** The turn to show of it, which a search found. */
      readonly answerId?: number;
    }
  | { readonly screen: 'start'; readonly step: StartStep }
  | {
      readonly screen: 'settings';
      /** The part of them that was asked for; null for all. */
      readonly section: string | null;
    }
  | { readonly screen: PlainScreen };

export function parseRoute(fragment: string): Route {
  const [screen, id, answer] = fragment.replace(/^#\/?/, '').split('/');
  const plain = plainScreens.find((name) => name === screen);
  if (plain !== undefined) return { screen: plain };
  if (screen === 'start') return { screen, step: startSteps.find((step) => step === id) ?? 'where' };
  if (screen === 'settings') return { screen, section: id !== undefined && /^[a-z]+$/.test(id) ? id : null };
  const conversationId = numberIn(id);
  const answerId = numberIn(answer);
  return {
    screen: 'ask',
    conversationId,
    ...(conversationId === null || answerId === null ? {} : { answerId }),
  };
}

export function hrefOf(route: Route): string {
  return ['#', route.screen, ...partsOf(route).filter((part) => part !== null && part !== undefined)].join(
    '/',
  );
}

function partsOf(route: Route): readonly (string | number | null | undefined)[] {
  switch (route.screen) {
    case 'ask':
      return [route.conversationId, route.answerId];
    case 'start':
      return [route.step];
    case 'settings':
      return [route.section];
    default:
      return [];
  }
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

export function goTo(route: Route): void {
  location.hash = hrefOf(route);
}

/** Renames the present entry of the history: the new conversation has got its number. */
export function renameRoute(route: Route): void {
  history.replaceState(null, '', hrefOf(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
