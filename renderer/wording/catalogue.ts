import { IntlMessageFormat } from 'intl-messageformat';
import type { Area, Catalogue } from './english.ts';
import { directionOf, type Language, type LanguageChoice, languageFor, tagOf } from './language.ts';
import { english } from './messages/en/all.ts';

/** English is here from the start; each other language is a file of its own that comes when it is wanted. */
const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => (await import('./messages/de/all.ts')).german,
  es: async () => (await import('./messages/es/all.ts')).spanish,
  fr: async () => (await import('./messages/fr/all.ts')).french,
  zh: async () => (await import('./messages/zh/all.ts')).chinese,
};

const key = 'quipu.language';
const listeners = new Set<() => void>();
const formats = new Map<string, IntlMessageFormat>();

let shown: { readonly language: Language; readonly catalogue: Catalogue } = {
  language: 'en',
  catalogue: english,
};
/** The last wish counts, also where an earlier one loads longer. */
let wished = 0;

export async function catalogueOf(language: Language): Promise<Catalogue> {
  return language === 'en' ? english : loaders[language]();
}

/** What was chosen at the last visit, so that no page flashes in another language before the engine answers. */
export function rememberedLanguage(): LanguageChoice {
  const kept = localStorage.getItem(key);
  return kept === 'en' || kept === 'de' || kept === 'es' || kept === 'fr' || kept === 'zh' ? kept : 'system';
}

/** Shows the page in a language from now on; what is on screen changes where it stands. A language that does not load leaves the one before. */
export async function showLanguage(choice: LanguageChoice): Promise<void> {
  localStorage.setItem(key, choice);
  tell();
  wished += 1;
  const wish = wished;
  const language = languageFor(choice, navigator.languages);
  const catalogue = await catalogueOf(language).catch(() => null);
  if (wish !== wished) return;
  if (catalogue !== null) shown = { language, catalogue };
  document.documentElement.lang = tagOf(shown.language);
  document.documentElement.dir = directionOf(shown.language);
  tell();
}

/** Told twice for a change: of the choice at once, of the language when its words are here. */
function tell(): void {
  for (const listener of listeners) listener();
}

export function onLanguage(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

export function shownLanguage(): Language {
  return shown.language;
}

/** A message of the shown language, made ready once. */
export function formatOf(area: Area, name: string): IntlMessageFormat {
  const { language, catalogue } = shown;
  const id = `${language} ${area} ${name}`;
  const known = formats.get(id);
  if (known !== undefined) return known;
  const messages: Readonly<Record<string, string>> = catalogue[area];
  const made = new IntlMessageFormat(messages[name] ?? '', tagOf(language));
  formats.set(id, made);
  return made;
}
