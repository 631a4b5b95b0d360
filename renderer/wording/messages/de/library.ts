import type { Catalogue } from '../../english.ts';

export const library: Catalogue['library'] = {
  addFolder: 'Ordner hinzufügen',
  pauseAll: 'Alles anhalten',
  resumeAll: 'Alles fortsetzen',
};
