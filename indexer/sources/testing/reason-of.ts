import { Unreadable } from '../parser.ts';

/** Why nothing could be read; 'read' where it could. */
export function reasonOf(act: () => unknown): string {
  try {
    act();
    return 'read';
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
}
