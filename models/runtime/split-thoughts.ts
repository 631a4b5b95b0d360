import { begunAtEnd } from './begun-at-end.ts';

/** What a stretch of a reply is: thoughts, or what is said. */
export interface Stretch {
  readonly kind: 'thought' | 'text';
  readonly text: string;
}

/** Tells a model's thoughts from what it says while both come in pieces. */
export interface ThoughtSplitter {
  add(text: string): Stretch[];
  /** What was held back because it might have been the beginning of a mark. */
  rest(): Stretch[];
  /** It thinks at the moment. */
  readonly isThinking: boolean;
}

/** A reply begins with its thoughts or has none: a mark further on is something that is talked about. */
export function splitThoughts(
  { begin, end }: { readonly begin: string; readonly end: string },
  thinks: boolean,
): ThoughtSplitter {
  let phase: 'opening' | 'thought' | 'text' = thinks ? 'thought' : 'opening';
  let held = '';

  const opening = (): Stretch[] => {
    const said = held.trimStart();
    if (said.startsWith(begin)) {
      phase = 'thought';
      held = said.slice(begin.length);
      return thought();
    }
    if (begin.startsWith(said)) return [];
    phase = 'text';
    return text();
  };
  const thought = (): Stretch[] => {
    const at = held.indexOf(end);
    if (at >= 0) {
      const before = held.slice(0, at);
      held = held.slice(at + end.length).trimStart();
      phase = 'text';
      return [...stretch('thought', before), ...text()];
    }
    const kept = begunAtEnd(held, [end]);
    const before = held.slice(0, held.length - kept);
    held = held.slice(held.length - kept);
    return stretch('thought', before);
  };
  const text = (): Stretch[] => {
    const said = held;
    held = '';
    return stretch('text', said);
  };
  return {
    get isThinking() {
      return phase === 'thought';
    },
    add(piece) {
      held += piece;
      return phase === 'opening' ? opening() : phase === 'thought' ? thought() : text();
    },
    rest() {
      const left = held;
      held = '';
      return stretch(phase === 'thought' ? 'thought' : 'text', left);
    },
  };
}

function stretch(kind: Stretch['kind'], text: string): Stretch[] {
  return text === '' ? [] : [{ kind, text }];
}
