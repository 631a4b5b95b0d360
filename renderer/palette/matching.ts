import type { Action } from './actions.tsx';

/** In any case and without accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The actions in whose name or group every word of a text stands; those whose name begins so come first. */
export function matching(actions: readonly Action[], typed: string): readonly Action[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first = ''] = words;
  const found = actions.filter(({ name, group }) => {
    const text = fold(`${name} ${group}`);
    return words.every((word) => text.includes(word));
  });
  const begins = ({ name }: Action): number => (fold(name).startsWith(first) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b));
}
