import type { Catalogue } from '../../english.ts';

export const settings: Catalogue['settings'] = {
  title: 'Ajustes',
  search: 'Buscar en los ajustes',
  searchHint: 'Buscar',
  parts: 'Partes de los ajustes',
  all: 'Todos',
  noneFound: 'Ningún ajuste trata de eso.',

  appearance: 'Aspecto',
  theme: 'Colores',
  themeMeans: 'Claro u oscuro en todas las ventanas; «Como el sistema» sigue su cambio al anochecer.',
  themeSystem: 'Como el sistema',
  themeLight: 'Claro',
  themeDark: 'Oscuro',
  language: 'Idioma',
  languageMeans:
    'El idioma de los botones, avisos y explicaciones. Los archivos, las preguntas y las respuestas conservan el suyo.',

  startup: 'Inicio',
  login: 'Abrir al iniciar sesión',
  loginMeans:
    'Los archivos se siguen desde el principio y la pregunta rápida está a mano; Quipu queda en la bandeja.',

  keys: 'Teclas',
  keysWords: 'atajos teclado',
  letters: 'Teclas de una sola letra',
  lettersMeans:
    'Si se desactivan, solo actúan las teclas con Ctrl o ⌘: útil al dictar o al pulsar una tecla sin querer.',
  quickAsk: 'Pregunta rápida desde cualquier programa: Ctrl o ⌘ + Mayús + Espacio.',
};
