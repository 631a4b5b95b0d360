/** The one channel between the preload script and the shell: requests one way, ports the other. */
export const desktopChannel = 'quipu:desktop';

export const desktopRequests = [
  'port',
  'choose-folder',
  'show-main',
  'hide-quick',
  'login-ask',
  'login-on',
  'login-off',
] as const;
export type DesktopRequest = (typeof desktopRequests)[number];
