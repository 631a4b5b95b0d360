import { type Theme, useTheme } from '../app/theme.ts';
import { Choice } from './choice.tsx';
import type { SettingsSection } from './section.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function useAppearance(): SettingsSection {
  const [theme, choose] = useTheme();
  return {
    id: 'appearance',
    title: 'Appearance',
    settings: [
      {
        id: 'theme',
        name: 'Colours',
        consequence: 'Light or dark for every window; as the system follows its change in the evening.',
        control: <Choice id="theme" options={themes} value={theme} onChoose={choose} />,
      },
    ],
  };
}
