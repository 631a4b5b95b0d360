import type { Catalogue } from '../../english.ts';

export const figures: Catalogue['figures'] = {
  underMinuteLeft: 'moins d’une minute',
  minutesLeft: 'encore {minutes, plural, one {# minute} other {# minutes}} environ',
  hoursLeft: 'encore {hours, plural, one {# heure} other {# heures}} environ',
  yesterday: 'Hier',
};
