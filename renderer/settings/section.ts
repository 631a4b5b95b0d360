import type { ReactNode } from 'react';

/** One thing that can be chosen, with what it means in a sentence. */
export interface Setting {
  readonly id: string;
  readonly name: string;
  readonly consequence: string;
  /** The control; `labelledBy` and `describedBy` are the ids of the name and the consequence. */
  readonly control: ReactNode;
}

/** Settings that belong together, or something to look at. */
export interface SettingsSection {
  /** As it stands in the address. */
  readonly id: string;
  readonly title: string;
  readonly settings: readonly Setting[];
  /** What stands below them, such as a list; found by `words`. */
  readonly body?: ReactNode;
  readonly words?: string;
}

/** The ids by which a control is named and described. */
export function idsOf(id: string): {
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
} {
  return { 'aria-labelledby': `setting-${id}`, 'aria-describedby': `setting-${id}-means` };
}
