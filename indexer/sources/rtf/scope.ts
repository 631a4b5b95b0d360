import type { Flow } from './flow.ts';

export type Destination =
  | 'text'
  | 'skip'
  | 'hidden'
  | 'fonts'
  | 'styles'
  | 'colors'
  | 'marker'
  | 'info'
  | 'title'
  | 'author'
  | 'created';

/** What a group inherits and its end restores. */
export interface Scope {
  destination: Destination;
  flow: Flow;
  /** Characters that stand in for one of Unicode, for programs that know none (`\uc`). */
  standIns: number;
  font: number;
  isHidden: boolean;
  isDeleted: boolean;
  isTiny: boolean;
  isWhite: boolean;
  /** After `\*`: the next word decides whether the group is read. */
  isStarred: boolean;
}

export function outermost(flow: Flow): Scope {
  return {
    destination: 'text',
    flow,
    standIns: 1,
    font: -1,
    isHidden: false,
    isDeleted: false,
    isTiny: false,
    isWhite: false,
    isStarred: false,
  };
}

/** Half-points: text of one point and less cannot be read. */
const smallestHalfPoints = 2;
/** More stand-ins for one character are an attempt to swallow the text. */
const mostStandIns = 16;

/** Changes how characters look, where the word does that. */
export function applyFormat(
  scope: Scope,
  word: string,
  value: number | null,
  isWhite: (color: number) => boolean,
): boolean {
  if (word === 'uc') scope.standIns = Math.min(mostStandIns, Math.max(0, value ?? 1));
  else if (word === 'f') scope.font = value ?? 0;
  else if (word === 'v') scope.isHidden = value !== 0;
  else if (word === 'deleted') scope.isDeleted = value !== 0;
  else if (word === 'fs') scope.isTiny = value !== null && value <= smallestHalfPoints;
  else if (word === 'cf') scope.isWhite = isWhite(value ?? 0);
  else if (word === 'plain') {
    scope.font = -1;
    scope.isHidden = false;
    scope.isDeleted = false;
    scope.isTiny = false;
    scope.isWhite = false;
  } else return false;
  return true;
}

export function isUnseen({ isHidden, isDeleted, isTiny, isWhite }: Scope): boolean {
  return isHidden || isDeleted || isTiny || isWhite;
}
