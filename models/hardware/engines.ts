/** What models are computed with on a computer, as llama.cpp found it. */
export interface Engines {
  /** Cores that are good for it. */
  readonly mathCores: number;
  readonly instructionSets: readonly string[];
  readonly gpu: {
    readonly kind: string;
    readonly name: string;
    readonly memoryBytes: number;
    /** It computes in the computer's own memory. */
    readonly isShared: boolean;
  } | null;
}
