/** A fact about the computer, or why it can't be known here, in a sentence. */
export type Known<T> = { readonly is: T } | { readonly unknown: string };

/** How the computer is used just now. */
export interface ComputerUse {
  /** How long nobody has used it, in milliseconds. */
  readonly idleMs: Known<number>;
  readonly onBattery: Known<boolean>;
}

/** Tells how the computer is used; asked every few seconds while that matters. */
export interface Computer {
  use(): ComputerUse;
}

const onlyDesktop = { unknown: 'On this system only the desktop app can tell.' };

/** Where nothing can be known: a program of a terminal on macOS or Windows. */
export const unknownComputer: Computer = { use: () => ({ idleMs: onlyDesktop, onBattery: onlyDesktop }) };
