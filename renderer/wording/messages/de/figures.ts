import type { Catalogue } from '../../english.ts';

export const figures: Catalogue['figures'] = {
  underMinuteLeft: 'weniger als eine Minute',
  minutesLeft: 'noch etwa {minutes, plural, one {# Minute} other {# Minuten}}',
  hoursLeft: 'noch etwa {hours, plural, one {# Stunde} other {# Stunden}}',
  yesterday: 'Gestern',
};
