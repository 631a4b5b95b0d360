const key = 'quipu.token';

/**
 * The page's key: handed over once in the address's fragment (`#token=…`), which no server sees, then taken out of
 * the address bar and kept for this tab, so that a reload still works and a copied address gives nothing away.
 */
export function takeToken(): string | null {
  const handed = new URLSearchParams(location.hash.slice(1)).get('token');
  if (handed === null) return sessionStorage.getItem(key);
  sessionStorage.setItem(key, handed);
  history.replaceState(null, '', location.pathname + location.search);
  return handed;
}
