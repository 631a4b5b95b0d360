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

  indexing: 'Cuándo leer',
  onlyWhenIdle: 'Solo mientras nadie usa el ordenador',
  onlyWhenIdleMeans:
    'Los archivos nuevos se encuentran más tarde, y el ordenador nunca se ralentiza durante el trabajo.',
  notOnBattery: 'No mientras funcione con batería',
  notOnBatteryMeans: 'La batería dura más; los archivos nuevos esperan al cargador.',
  pause: 'Pausar todo',
  pauseMeans: 'No se lee nada nuevo hasta reanudar. Lo ya leído se encuentra como siempre.',
  isPaused: 'En pausa: no se lee nada. Lo ya leído se encuentra como siempre.',
  resume: 'Reanudar',
  pauseHour: 'Una hora',
  pauseOpen: 'Hasta reanudar',
  privacy: 'Privacidad',
  privacyWords: 'enviado red descarga quitar borrar disco dónde',
  nothingSent: 'No se envió nada',
  nothingSentWhy:
    'Ningún archivo, pregunta, respuesta ni dato de uso ha salido de este ordenador. Quipu no tiene cuentas ni servidores; la red se usa para una sola cosa: obtener un modelo cuando así se pide.',
  cameIn: 'Qué llegó por la red',
  nothingYet: 'Nada todavía.',
  whereAll: 'Dónde está todo',
  howToRemove: 'Cómo quitarlo todo',
  howToRemoveWhy:
    'Basta con cerrar Quipu y borrar los lugares de arriba; no hay nada más suyo en este ordenador. Los archivos propios nunca se modifican y siguen donde están.',
  placeIndex: 'El índice: textos de los archivos y cómo se encuentran',
  placeConversations: 'Preguntas, respuestas y ajustes, con sus copias',
  placeLogs: 'Registros: sucesos y recuentos, nunca el texto de un archivo, pregunta o respuesta',
  placeModels: 'Modelos obtenidos',
  placeProgram: 'Lo que el programa creó para iniciarse antes',
  placeSetAside: 'Un archivo dañado que se apartó',
  whole: '{model}, obtenido entero',
  stopped: '{model}, detenido',
  failed: '{model}, interrumpido',
  toPrivacy: 'Qué se envió y dónde está todo',
};
