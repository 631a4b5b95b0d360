import { createElement, Fragment, type ReactNode, useSyncExternalStore } from 'react';
import { formatOf, onLanguage, shownLanguage } from './catalogue.ts';
import type { Area, English } from './english.ts';
import type { Language } from './language.ts';
import type { Parts, Values } from './message.ts';

type Text<Name extends Area, Key extends keyof English[Name]> = English[Name][Key] & string;
type Given<Needed> = keyof Needed extends never ? [] : [values: Needed];

/** The messages of one area in the shown language. */
export interface Words<Name extends Area> {
  /** A sentence with its values. */
  <Key extends keyof English[Name] & string>(key: Key, ...given: Given<Values<Text<Name, Key>>>): string;
  /** A sentence in which tags, such as <link>here</link>, become elements. */
  rich<Key extends keyof English[Name] & string>(
    key: Key,
    values: Values<Text<Name, Key>> & Parts<Text<Name, Key>, ReactNode>,
  ): ReactNode;
}

/** The words of an area where no component is: they are in the language of this moment, so ask for them while drawing. */
export function wordsOf<Name extends Area>(area: Name): Words<Name> {
  const say = (key: string, ...given: readonly unknown[]): string =>
    // The types of `Words` hold the values to what the message needs.
    String(formatOf(area, key).format(given[0] as Record<string, string>));
  const rich = (key: string, values: object): ReactNode => {
    const parts = formatOf(area, key).format<ReactNode>(values as Record<string, ReactNode>);
    if (!Array.isArray(parts)) return parts;
    return parts.map((part, index) => createElement(Fragment, { key: index }, part));
  };
  return Object.assign(say, { rich }) as Words<Name>;
}

/** The language on screen; whoever draws words draws anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, shownLanguage);
}

/** The words of an area for a component, which draws anew when the language changes. */
export function useWords<Name extends Area>(area: Name): Words<Name> {
  useLanguage();
  return wordsOf(area);
}
