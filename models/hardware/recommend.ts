import type { Computer, ModelFit } from '#main/contract/models.ts';
import { sizeWords } from '#main/contract/size-words.ts';
import { type CatalogueModel, licenceOf } from '../catalog/catalog.ts';

export interface FittedModel {
  readonly model: CatalogueModel;
  readonly fit: ModelFit;
}

/** What a recommended model may take of the memory: the rest is for everything else that a person runs beside it. */
const memoryShare = 0.4;

/** For whoever does not want to choose: the model and why it is it, of one role; null where none would run. */
export function recommend(
  fitted: readonly FittedModel[],
  { memoryBytes, gpu }: Computer,
): { readonly model: CatalogueModel; readonly why: string } | null {
  const roomBytes = gpu !== null && !gpu.isShared ? gpu.memoryBytes : memoryBytes * memoryShare;
  const runs = fitted.filter(
    ({ model, fit }) => model.suggested && fit.verdict !== 'not' && licenceOf(model).forBusiness,
  );
  const bySize = [...runs].sort((a, b) => b.model.sizeBytes - a.model.sizeBytes);
  const best = bySize.find(({ fit }) => fit.verdict === 'well' && fit.memoryBytes <= roomBytes);
  if (best !== undefined) {
    const why = `The most capable of those that run well here and leave room for other programs: it takes ${sizeWords(best.fit.memoryBytes)} of memory. ${best.fit.why}`;
    return { model: best.model, why };
  }
  const least = bySize.at(-1);
  return least === undefined
    ? null
    : { model: least.model, why: `The smallest that is worth its while on this computer. ${least.fit.why}` };
}
