import type { Catalogue } from '../../english.ts';

export const app: Catalogue['app'] = {
  screens: 'Bereiche',
  ask: 'Fragen',
  library: 'Bibliothek',
  people: 'Personen',
  models: 'Modelle',
  settings: 'Einstellungen',
  skipToQuestion: 'Direkt zur Frage',
  skipToScreen: 'Direkt zum Inhalt dieses Bereichs',
  coloursSystem: 'Farben: wie das System. Zu hell wechseln',
  coloursLight: 'Farben: hell. Zu dunkel wechseln',
  coloursDark: 'Farben: dunkel. Zu „wie das System“ wechseln',
  scanning: 'Sucht nach Änderungen',
  reading: 'Liest {done, number} von {total, plural, one {# Datei} other {# Dateien}}',
  embedding: 'Durchsuchbar; lernt Bedeutungen, {share}',
  waiting: 'Wartet',
  paused: 'Angehalten',
  noFiles: 'Noch keine Dateien',
  upToDate: '{total, plural, one {# Datei} other {# Dateien}}, aktuell',
  noAnswer: 'Der Dienst von Quipu antwortet nicht. Neuer Versuch …',
  tryNow: 'Jetzt versuchen',
  noKey: 'Diese Seite hat keinen Schlüssel',
  noKeyWhy:
    'Quipu gibt seiner Seite bei jedem Start einen neuen Schlüssel, damit kein anderes Programm die Bibliothek lesen kann. Bitte die ganze Adresse öffnen, die Quipu beim Start ausgegeben hat, oder Quipu neu starten.',
};
