/** Stretches of a file that a parser asks for, where it is too large to be at hand whole. */
export interface Slices {
  readonly sizeBytes: number;
  /** Fewer bytes than asked for only where the file ends. */
  read(at: number, length: number): Promise<Uint8Array>;
}
