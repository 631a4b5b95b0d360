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

  indexing: 'Quand lire',
  onlyWhenIdle: 'Seulement quand personne n’utilise l’ordinateur',
  onlyWhenIdleMeans:
    'Les nouveaux fichiers sont trouvés plus tard, et l’ordinateur ne ralentit jamais pendant que vous travaillez.',
  notOnBattery: 'Pas sur batterie',
  notOnBatteryMeans: 'La batterie dure plus longtemps ; les nouveaux fichiers attendent le chargeur.',
  pause: 'Tout mettre en pause',
  pauseMeans: 'Rien de nouveau n’est lu avant la reprise. Ce qui a déjà été lu se trouve comme toujours.',
  isPaused: 'En pause : rien n’est lu. Ce qui a déjà été lu se trouve comme toujours.',
  resume: 'Reprendre',
  pauseHour: 'Une heure',
  pauseOpen: 'Jusqu’à la reprise',
  privacy: 'Confidentialité',
  privacyWords: 'envoyé réseau téléchargement supprimer effacer disque où',
  nothingSent: 'Rien n’a été envoyé',
  nothingSentWhy:
    'Aucun fichier, aucune question, aucune réponse ni aucun chiffre à votre sujet n’a quitté cet ordinateur. Quipu n’a ni compte ni serveur ; le réseau ne sert qu’à une chose : obtenir un modèle quand vous le demandez.',
  cameIn: 'Ce qui est venu du réseau',
  nothingYet: 'Rien pour l’instant.',
  whereAll: 'Où tout se trouve',
  howToRemove: 'Comment tout supprimer',
  howToRemoveWhy:
    'Quittez Quipu et supprimez les emplacements ci-dessus ; il n’en reste rien d’autre sur cet ordinateur. Vos propres fichiers ne sont jamais modifiés et restent où ils sont.',
  placeIndex: 'L’index : textes de vos fichiers et comment ils se trouvent',
  placeConversations: 'Questions, réponses et réglages, avec leurs copies',
  placeLogs:
    'Journaux : événements et nombres, jamais le texte d’un fichier, d’une question ou d’une réponse',
  placeModels: 'Modèles obtenus',
  placeProgram: 'Ce que le programme a préparé pour démarrer plus vite',
  placeSetAside: 'Un fichier endommagé qui a été mis de côté',
  whole: '{model}, obtenu en entier',
  stopped: '{model}, arrêté',
  failed: '{model}, interrompu',
  toPrivacy: 'Ce qui a été envoyé, et où tout se trouve',
};
