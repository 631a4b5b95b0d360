import type { Catalogue } from '../../english.ts';

export const library: Catalogue['library'] = {
  addFolder: 'Ajouter un dossier',
  pauseAll: 'Tout mettre en pause',
  resumeAll: 'Tout reprendre',
};
