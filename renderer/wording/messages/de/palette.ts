import type { Catalogue } from '../../english.ts';

export const palette: Catalogue['palette'] = {
  all: 'Alle Aktionen',
  find: 'Aktion suchen',
  hint: 'Was soll geschehen?',
  actions: 'Aktionen',
  none: 'Nichts heißt so.',
  keys: 'Tasten',
  atQuestion: 'Bei der Frage',
  anywhere: 'Überall',
  amongEarlier: 'Bei früheren Fragen',
  ask: 'Fragen',
  newLine: 'Neue Zeile',
  stop: 'Anhalten oder Offenes schließen',
  rename: 'Umbenennen',
  remove: 'Löschen',

  capCtrl: 'Strg',
  capShift: 'Umschalt',
  capEnter: 'Eingabe',
  capEscape: 'Esc',
  capDelete: 'Entf',
};
