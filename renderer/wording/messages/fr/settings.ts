import type { Catalogue } from '../../english.ts';

export const settings: Catalogue['settings'] = {
  title: 'Réglages',
  search: 'Rechercher dans les réglages',
  searchHint: 'Rechercher',
  parts: 'Parties des réglages',
  all: 'Tous',
  noneFound: 'Aucun réglage ne concerne cela.',

  appearance: 'Apparence',
  theme: 'Couleurs',
  themeMeans: 'Clair ou sombre dans toutes les fenêtres ; « Comme le système » suit son changement le soir.',
  themeSystem: 'Comme le système',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  language: 'Langue',
  languageMeans:
    'La langue des boutons, des messages et des explications. Vos fichiers, questions et réponses gardent la leur.',

  startup: 'Démarrage',
  login: 'Lancer à l’ouverture de session',
  loginMeans:
    'Vos fichiers sont suivis dès le début et la question rapide est à portée de main ; Quipu reste dans la zone de notification.',

  keys: 'Touches',
  keysWords: 'raccourcis clavier',
  letters: 'Touches d’une seule lettre',
  lettersMeans:
    'Désactivées, seules agissent les touches avec Ctrl ou ⌘ : utile si vous dictez ou effleurez une touche par mégarde.',
  quickAsk: 'Question rapide depuis tout programme : Ctrl ou ⌘ + Maj + Espace.',
};
