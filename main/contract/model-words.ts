import type { ModelFit, OfferedModel } from './models.ts';

export const fitWords: Readonly<Record<ModelFit['verdict'], string>> = {
  well: 'Runs well',
  slowly: 'Runs slowly',
  not: 'Does not run here',
};

/** What a model of a role does in Quipu. */
export const roleWords: Readonly<Record<OfferedModel['role'], string>> = {
  chat: 'puts answers into words',
  embedder: 'finds by meaning',
  reranker: 'puts what was found in order',
};

export const roleNames: Readonly<Record<OfferedModel['role'], string>> = {
  chat: 'Chat models',
  embedder: 'Embedders',
  reranker: 'Rerankers, not used yet',
};
