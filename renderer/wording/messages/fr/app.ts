import type { Catalogue } from '../../english.ts';

export const app: Catalogue['app'] = {
  screens: 'Écrans',
  ask: 'Demander',
  library: 'Bibliothèque',
  people: 'Personnes',
  models: 'Modèles',
  settings: 'Réglages',
  skipToQuestion: 'Aller à la question',
  skipToScreen: 'Aller au contenu de cet écran',
  coloursSystem: 'Couleurs : comme le système. Passer au clair',
  coloursLight: 'Couleurs : clair. Passer au sombre',
  coloursDark: 'Couleurs : sombre. Passer à « comme le système »',
  scanning: 'Recherche de changements',
  reading: 'Lecture de {done, number} sur {total, plural, one {# fichier} other {# fichiers}}',
  embedding: 'Recherche possible ; apprentissage du sens, {share}',
  waiting: 'En attente',
  paused: 'En pause',
  noFiles: 'Pas encore de fichiers',
  upToDate: '{total, plural, one {# fichier} other {# fichiers}}, à jour',
  noAnswer: 'Le moteur de Quipu ne répond pas. Nouvel essai…',
  tryNow: 'Essayer maintenant',
  noKey: 'Cette page n’a pas de clé',
  noKeyWhy:
    'Quipu donne à sa page une nouvelle clé à chaque démarrage, afin qu’aucun autre programme ne puisse lire votre bibliothèque. Ouvrez l’adresse complète que Quipu a affichée au démarrage, ou redémarrez-le.',
};
