import type { Catalogue } from '../../english.ts';

export const settings: Catalogue['settings'] = {
  title: 'Einstellungen',
  search: 'Einstellungen durchsuchen',
  searchHint: 'Suchen',
  parts: 'Teile der Einstellungen',
  all: 'Alle',
  noneFound: 'Dazu gibt es keine Einstellung.',

  appearance: 'Darstellung',
  theme: 'Farben',
  themeMeans: 'Hell oder dunkel in allen Fenstern; „Wie das System“ folgt dem Wechsel am Abend.',
  themeSystem: 'Wie das System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  language: 'Sprache',
  languageMeans:
    'Die Sprache von Tasten, Hinweisen und Erklärungen. Dateien, Fragen und Antworten behalten ihre eigene.',

  startup: 'Starten',
  login: 'Bei der Anmeldung starten',
  loginMeans:
    'Dateien werden von Anfang an verfolgt, und die Schnellfrage ist zur Hand; Quipu bleibt im Infobereich.',

  keys: 'Tasten',
  keysWords: 'Tastenkürzel Tastatur',
  letters: 'Tasten aus einem Buchstaben',
  lettersMeans:
    'Ausgeschaltet wirken nur Tasten mit Strg oder ⌘: für alle, die diktieren oder versehentlich eine Taste berühren.',
  quickAsk: 'Schnellfrage aus jedem Programm: Strg oder ⌘ + Umschalt + Leertaste.',
};
