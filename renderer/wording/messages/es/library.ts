import type { Catalogue } from '../../english.ts';

export const library: Catalogue['library'] = {
  addFolder: 'Añadir una carpeta',
  pauseAll: 'Pausar todo',
  resumeAll: 'Reanudar todo',
};
