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

  indexing: 'Wann gelesen wird',
  onlyWhenIdle: 'Nur wenn niemand den Computer benutzt',
  onlyWhenIdleMeans:
    'Neue Dateien werden später gefunden, dafür wird der Computer während der Arbeit nie langsamer.',
  notOnBattery: 'Nicht im Akkubetrieb',
  notOnBatteryMeans: 'Der Akku hält länger; neue Dateien warten auf das Netzteil.',
  pause: 'Alles anhalten',
  pauseMeans: 'Bis zum Fortsetzen wird nichts Neues gelesen. Was schon gelesen ist, wird wie immer gefunden.',
  isPaused: 'Angehalten: nichts wird gelesen. Was schon gelesen ist, wird wie immer gefunden.',
  resume: 'Fortsetzen',
  pauseHour: 'Eine Stunde',
  pauseOpen: 'Bis zum Fortsetzen',
  privacy: 'Datenschutz',
  privacyWords: 'gesendet Netz herunterladen entfernen löschen Platte wo liegt',
  nothingSent: 'Nichts wurde gesendet',
  nothingSentWhy:
    'Keine Datei, keine Frage, keine Antwort und keine Zahl darüber hat diesen Computer verlassen. Quipu hat kein Konto und keinen Server; das Netz dient nur einem Zweck: auf Wunsch ein Modell zu holen.',
  cameIn: 'Was über das Netz kam',
  nothingYet: 'Noch nichts.',
  whereAll: 'Wo alles liegt',
  howToRemove: 'Wie sich alles entfernen lässt',
  howToRemoveWhy:
    'Quipu beenden und die Orte oben löschen; sonst ist nichts davon auf diesem Computer. Die eigenen Dateien werden nie verändert und bleiben, wo sie sind.',
  placeIndex: 'Der Index: Texte der Dateien und wie sie gefunden werden',
  placeConversations: 'Fragen, Antworten und Einstellungen, mit ihren Sicherungen',
  placeLogs: 'Protokolle: Ereignisse und Zahlen, nie der Text einer Datei, Frage oder Antwort',
  placeModels: 'Geholte Modelle',
  placeProgram: 'Was das Programm für einen schnelleren Start angelegt hat',
  placeSetAside: 'Eine beschädigte Datei, die beiseitegelegt wurde',
  whole: '{model}, ganz geholt',
  stopped: '{model}, angehalten',
  failed: '{model}, abgebrochen',
  toPrivacy: 'Was gesendet wurde und wo alles liegt',
};
