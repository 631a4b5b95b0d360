import type { Catalogue } from '../../english.ts';

export const palette: Catalogue['palette'] = {
  all: 'Toutes les actions',
  find: 'Chercher une action',
  hint: 'Que voulez-vous faire ?',
  actions: 'Actions',
  none: 'Rien ne porte ce nom.',
  keys: 'Touches',
  atQuestion: 'Dans la question',
  anywhere: 'Partout',
  amongEarlier: 'Parmi les questions précédentes',
  ask: 'Demander',
  newLine: 'Nouvelle ligne',
  stop: 'Arrêter, ou fermer ce qui est ouvert',
  rename: 'Renommer',
  remove: 'Supprimer',

  capCtrl: 'Ctrl',
  capShift: 'Maj',
  capEnter: 'Entrée',
  capEscape: 'Échap',
  capDelete: 'Suppr',
};
