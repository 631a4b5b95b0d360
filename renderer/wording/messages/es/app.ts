import type { Catalogue } from '../../english.ts';

export const app: Catalogue['app'] = {
  screens: 'Pantallas',
  ask: 'Preguntar',
  library: 'Biblioteca',
  people: 'Personas',
  models: 'Modelos',
  settings: 'Ajustes',
  skipToQuestion: 'Saltar a la pregunta',
  skipToScreen: 'Saltar al contenido de esta pantalla',
  coloursSystem: 'Colores: como el sistema. Cambiar a claro',
  coloursLight: 'Colores: claro. Cambiar a oscuro',
  coloursDark: 'Colores: oscuro. Cambiar a como el sistema',
  scanning: 'Buscando cambios',
  reading: 'Leyendo {done, number} de {total, plural, one {# archivo} other {# archivos}}',
  embedding: 'Ya se puede buscar; aprendiendo significados, {share}',
  waiting: 'En espera',
  paused: 'En pausa',
  noFiles: 'Aún no hay archivos',
  upToDate: '{total, plural, one {# archivo} other {# archivos}}, al día',
  noAnswer: 'El motor de Quipu no responde. Se intenta de nuevo…',
  tryNow: 'Intentar ahora',
  noKey: 'Esta página no tiene clave',
  noKeyWhy:
    'Quipu da a su página una clave nueva en cada inicio, para que ningún otro programa pueda leer la biblioteca. Basta con abrir la dirección completa que Quipu mostró al iniciarse, o iniciarlo de nuevo.',
};
