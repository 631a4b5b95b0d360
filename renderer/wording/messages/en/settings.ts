export const settings = {
  title: 'Settings',
  search: 'Search settings',
  searchHint: 'Search',
  parts: 'Parts of the settings',
  all: 'All',
  noneFound: 'No setting is about that.',

  appearance: 'Appearance',
  theme: 'Colours',
  themeMeans: 'Light or dark for every window; as the system follows its change in the evening.',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  language: 'Language',
  languageMeans:
    'The language of buttons, notes and explanations. Your files, questions and answers stay in theirs.',

  startup: 'Starting',
  login: 'Start when I log in',
  loginMeans: 'Files are followed from the beginning and quick ask is at hand; Quipu stays in the tray.',

  keys: 'Keys',
  keysWords: 'shortcuts keyboard',
  letters: 'Keys of a single letter',
  lettersMeans: 'Off, only keys with Ctrl or ⌘ act: for whoever dictates or leans on a key by chance.',
  quickAsk: 'Quick ask from any program: Ctrl or ⌘ + Shift + Space.',
} as const;
