/** Times and what is left of them; sizes and dates come from Intl. */
export const figures = {
  underMinuteLeft: 'less than a minute left',
  minutesLeft: 'about {minutes, plural, one {# minute left} other {# minutes left}}',
  hoursLeft: 'about {hours, plural, one {# hour left} other {# hours left}}',
  yesterday: 'Yesterday',
} as const;
