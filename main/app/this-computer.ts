import { homedir } from 'node:os';

/** Where a person's files lie on this computer, as it is now. */
export function thisComputer() {
  return { platform: process.platform, home: homedir(), env: process.env };
}
