import { useLanguageChoice } from '../app/kept-language.ts';
import { useTheme } from '../app/theme.ts';
import { type LanguageChoice, languageNames, languages } from '../wording/language.ts';
import { useWords } from '../wording/words.ts';
import { Choice } from './choice.tsx';
import type { SettingsSection } from './section.ts';

export function useAppearance(): SettingsSection {
  const words = useWords('settings');
  const [theme, chooseTheme] = useTheme();
  const [language, chooseLanguage] = useLanguageChoice();
  const themes = [
    ['system', words('themeSystem')],
    ['light', words('themeLight')],
    ['dark', words('themeDark')],
  ] as const;
  const choices: readonly (readonly [LanguageChoice, string])[] = [
    ['system', words('themeSystem')],
    ...languages.map((each) => [each, languageNames[each]] as const),
  ];
  return {
    id: 'appearance',
    title: words('appearance'),
    settings: [
      {
        ...{ id: 'theme', name: words('theme'), consequence: words('themeMeans') },
        control: <Choice id="theme" options={themes} value={theme} onChoose={chooseTheme} />,
      },
      {
        ...{ id: 'language', name: words('language'), consequence: words('languageMeans') },
        control: <Choice id="language" options={choices} value={language} onChoose={chooseLanguage} />,
      },
    ],
  };
}
