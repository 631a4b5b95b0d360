/** A sentence of the sample library, as it stands there, and what a reader may say of it without saying anything else. */
export type Written = readonly [source: string, ...paraphrases: string[]];
