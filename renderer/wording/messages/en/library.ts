/** The screen of sources and files. */
export const library = {
  addFolder: 'Add a folder',
  pauseAll: 'Pause everything',
  resumeAll: 'Resume everything',
} as const;
