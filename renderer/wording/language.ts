import type { Settings } from '#main/contract/settings.ts';

export type LanguageChoice = Settings['language'];
export type Language = Exclude<LanguageChoice, 'system'>;

/** Every language of the page by the name that its readers give it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  zh: '简体中文',
};

/** How Intl and the page's `lang` call them: English with the day before the month, simplified Chinese. */
const tags: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de', es: 'es', fr: 'fr', zh: 'zh-CN' };

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

export const languages = Object.keys(languageNames) as readonly Language[];

export function tagOf(language: Language): string {
  return tags[language];
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

/** The language to show: the one chosen, else the first the system asks for that the page has, else English. */
export function languageFor(choice: LanguageChoice, wanted: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of wanted) {
    const known = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (known !== undefined) return known;
  }
  return 'en';
}
