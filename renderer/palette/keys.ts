const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** What is pressed at once or one after the other, as keycaps show it: `Mod+K` gives ⌘ K, or Ctrl K. */
export function keycaps(keys: string): readonly string[] {
  return keys
    .split(/[+ ]/)
    .map((key) => (key === 'Mod' ? (isApple ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key));
}

/** The press of one key in the form of `Action.keys`. */
export function pressed(event: KeyboardEvent): string {
  const mod = isApple ? event.metaKey : event.ctrlKey;
  return mod ? `Mod+${event.key.toUpperCase()}` : event.key;
}

/** A key with nothing held but Shift, which types where something can be typed. */
export function types(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
