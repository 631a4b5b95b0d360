const key = 'quipu.token';

/**
 * The page's key: handed over once as the address's fragment, which no server sees, then taken out of the address
 * bar and kept for this tab, so that a reload still works and a copied address gives nothing away.
 */
export function takeToken(): string | null {
  const [, handed] = /^#([\w-]{16,})$/.exec(location.hash) ?? [];
  if (handed === undefined) return sessionStorage.getItem(key);
  sessionStorage.setItem(key, handed);
  history.replaceState(null, '', location.pathname + location.search);
  return handed;
}
