/** The palette of actions and the sheet of keys. */
export const palette = {
  all: 'All actions',
  find: 'Find an action',
  hint: 'What do you want to do?',
  actions: 'Actions',
  none: 'Nothing is called like that.',
  keys: 'Keys',
  atQuestion: 'At the question',
  anywhere: 'Anywhere',
  amongEarlier: 'Among earlier questions',
  ask: 'Ask',
  newLine: 'New line',
  stop: 'Stop, or close what is open',
  rename: 'Rename',
  remove: 'Delete',

  capCtrl: 'Ctrl',
  capShift: 'Shift',
  capEnter: 'Enter',
  capEscape: 'Escape',
  capDelete: 'Delete',
} as const;
