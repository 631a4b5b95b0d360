import type { Catalogue } from '../../english.ts';

export const figures: Catalogue['figures'] = {
  underMinuteLeft: 'menos de un minuto',
  minutesLeft: '{minutes, plural, one {alrededor de # minuto} other {unos # minutos}} más',
  hoursLeft: '{hours, plural, one {alrededor de # hora} other {unas # horas}} más',
  yesterday: 'Ayer',
};
