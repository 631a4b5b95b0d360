import type { Catalogue } from '../../english.ts';

export const palette: Catalogue['palette'] = {
  all: 'Todas las acciones',
  find: 'Buscar una acción',
  hint: '¿Qué hay que hacer?',
  actions: 'Acciones',
  none: 'Nada se llama así.',
  keys: 'Teclas',
  atQuestion: 'En la pregunta',
  anywhere: 'En cualquier lugar',
  amongEarlier: 'En las preguntas anteriores',
  ask: 'Preguntar',
  newLine: 'Nueva línea',
  stop: 'Detener, o cerrar lo abierto',
  rename: 'Cambiar nombre',
  remove: 'Eliminar',

  capCtrl: 'Ctrl',
  capShift: 'Mayús',
  capEnter: 'Intro',
  capEscape: 'Esc',
  capDelete: 'Supr',
};
