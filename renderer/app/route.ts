import { useSyncExternalStore } from 'react';

/** What is on screen; kept in the address's fragment, so that Back, Forward and a reload work in every host. */
export type Route =
  | { readonly screen: 'ask'; readonly conversationId: number | null }
  | { readonly screen: 'library' | 'people' | 'models' };

export function parseRoute(fragment: string): Route {
  const [screen, id] = fragment.replace(/^#\/?/, '').split('/');
  if (screen === 'library' || screen === 'people' || screen === 'models') return { screen };
  const conversationId = id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : null;
  return { screen: 'ask', conversationId };
}

export function hrefOf(route: Route): string {
  if (route.screen !== 'ask') return `#/${route.screen}`;
  return route.conversationId === null ? '#/ask' : `#/ask/${route.conversationId}`;
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
