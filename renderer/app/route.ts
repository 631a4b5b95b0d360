import { useSyncExternalStore } from 'react';

/** Screens without anything more to say in the address. */
const plainScreens = ['library', 'people', 'models', 'compare'] as const;

/** What is on screen; kept in the address's fragment, so that Back, Forward and a reload work in every host. */
export type Route =
  | {
      readonly screen: 'ask';
      readonly conversationId: number | null;
      /** The turn to show of it, which a search found. */
      readonly answerId?: number;
    }
  | { readonly screen: (typeof plainScreens)[number] };

export function parseRoute(fragment: string): Route {
  const [screen, id, answer] = fragment.replace(/^#\/?/, '').split('/');
  const plain = plainScreens.find((name) => name === screen);
  if (plain !== undefined) return { screen: plain };
  const conversationId = numberIn(id);
  const answerId = numberIn(answer);
  return {
    screen: 'ask',
    conversationId,
    ...(conversationId === null || answerId === null ? {} : { answerId }),
  };
}

export function hrefOf(route: Route): string {
  if (route.screen !== 'ask') return `#/${route.screen}`;
  const parts = [route.conversationId, route.answerId].filter((part) => part !== null && part !== undefined);
  return ['#/ask', ...parts].join('/');
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
