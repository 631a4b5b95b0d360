/**
 * What a person decided about who is one human. Handles stand for mentions by what is written in documents, so that a
 * choice outlives a library that is built anew. Later choices go before earlier ones.
 */
export interface PersonChoice {
  readonly choiceId: number;
  readonly act: 'join' | 'split';
  /** `@mailbox`, `@mailbox|name` for one name at a mailbox, `=name` for a name without address. */
  readonly handles: readonly string[];
}

/** The choices that concern mentions with one of these handles, in the order in which they were made. */
export interface ChoicesByHandle {
  of(handles: readonly string[]): readonly PersonChoice[];
}

export function byHandle(choices: readonly PersonChoice[]): ChoicesByHandle {
  const found = new Map<string, PersonChoice[]>();
  for (const choice of choices) {
    for (const handle of choice.handles) found.set(handle, [...(found.get(handle) ?? []), choice]);
  }
  return {
    of(handles) {
      if (found.size === 0) return [];
      const concerned = new Set(handles.flatMap((handle) => found.get(handle) ?? []));
      return [...concerned].sort((a, b) => a.choiceId - b.choiceId);
    },
  };
}
