/** Some of a file's documents by their ordinals, end exclusive. */
export interface OrdinalRange {
  readonly from: number;
  readonly to: number;
}

export const everyOrdinal: OrdinalRange = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Ordinals that one unit of a file (a message) has for its documents: itself and what is attached to it. */
export const ordinalsOfUnit = 65_536;
