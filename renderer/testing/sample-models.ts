import type { implement } from '@orpc/server';
import type { contract } from '#main/contract/contract.ts';
import { Fault } from '#main/contract/fault.ts';
import type {
  Computer,
  FoundModel,
  ModelCatalogue,
  ModelFit,
  ModelInfo,
  OfferedModel,
} from '#main/contract/models.ts';
import { carried } from './carried.ts';

type Implementer = ReturnType<ReturnType<typeof implement<typeof contract>>['use']>['models'];

export interface SampleModels {
  models: ModelInfo[];
  catalogue: ModelCatalogue;
  foundModels: FoundModel[];
  /** Waits here in the middle of a download; throws what makes it fail. */
  duringDownload: () => Promise<void>;
}

/** None on this computer, and some on offer. */
export function noModels(): SampleModels {
  return {
    models: [],
    catalogue: sampleCatalogue(),
    foundModels: [],
    duringDownload: async () => undefined,
  };
}

/** Gets, uses and removes models as the engine does. */
export function sampleModelRoutes(os: Implementer, state: SampleModels) {
  const isHere = (modelId: string, path: string | null) => {
    state.catalogue.models = state.catalogue.models.map((each) =>
      each.id === modelId ? { ...each, path, inUse: each.inUse && path !== null } : each,
    );
    const offered = state.catalogue.models.find(({ id }) => id === modelId);
    const known = state.models.find(({ id }) => id === modelId);
    const model = known ?? (offered === undefined ? undefined : infoOf(offered));
    if (model === undefined) throw new Fault('model-unknown', { model: modelId });
    const inUse = model.inUse && path !== null;
    state.models = [...state.models.filter(({ id }) => id !== modelId), { ...model, path, inUse }];
  };
  return {
    list: os.list.handler(() => state.models),
    catalogue: os.catalogue.handler(() => state.catalogue),
    drop: os.drop.handler(({ input }) => input),
    get: os.get.handler(async function* ({ input: { modelId } }) {
      const all = [...state.models, ...state.catalogue.models];
      const totalBytes = all.find(({ id }) => id === modelId)?.sizeBytes ?? 0;
      yield { modelId, receivedBytes: totalBytes / 2, totalBytes, phase: 'downloading' };
      await state.duringDownload().catch((error: unknown) => {
        throw carried(error);
      });
      isHere(modelId, `/models/${modelId}.gguf`);
      yield { modelId, receivedBytes: totalBytes, totalBytes, phase: 'done' };
    }),
    use: os.use.handler(({ input: { role, modelId } }) => {
      state.models = state.models.map((each) =>
        each.role === role ? { ...each, inUse: each.id === modelId } : each,
      );
      return state.models;
    }),
    found: os.found.handler(() => state.foundModels),
    add: os.add.handler(({ input: { path } }) => {
      const file = state.foundModels.find((each) => each.path === path);
      if (file === undefined) throw new Fault('model-missing', { model: path });
      const { role, name, licence, sizeBytes } = file;
      const model = {
        id: name,
        role,
        name,
        licence,
        sizeBytes,
        path,
        languages: '',
        inUse: false,
        own: true,
      };
      state.models = [...state.models, model];
      return { modelId: name, models: state.models };
    }),
    remove: os.remove.handler(({ input: { modelId } }) => {
      const model = state.models.find(({ id }) => id === modelId);
      if (model?.own) state.models = state.models.filter(({ id }) => id !== modelId);
      else isHere(modelId, null);
      return state.models;
    }),
  };
}

function infoOf({ id, role, name, licence, sizeBytes, languages, path, inUse }: OfferedModel): ModelInfo {
  if (role === 'reranker') throw new Fault('bad-input', { what: 'Quipu has no use for a reranker yet' });
  return { id, role, name, licence: licence.id, sizeBytes, languages, path, inUse, own: false };
}

function computer(): Computer {
  return {
    ...{ memoryBytes: 16e9, cores: 8, processor: 'AMD Ryzen 7 5700U', instructionSets: ['AVX2', 'FMA'] },
    ...{ gpu: null, freeDiskBytes: 120e9 },
  };
}

/** Four chat models, two embedders and a reranker, each as it runs on a laptop. */
function sampleCatalogue(): ModelCatalogue {
  const models = [
    offeredOf('qwen3-4b', 'Qwen3 4B', 'Qwen', 2_497_280_256, 'well', {
      recommended: 'The most capable of those that run well here: it takes 3.5 GB of memory.',
    }),
    offeredOf('llama-3.2-3b-instruct', 'Llama 3.2 3B Instruct', 'Llama 3', 2_019_377_696, 'well'),
    offeredOf('qwen3-14b', 'Qwen3 14B', 'Qwen', 9_001_752_960, 'slowly'),
    offeredOf('llama-3.3-70b-instruct', 'Llama 3.3 70B Instruct', 'Llama 3', 42_520_398_816, 'not', {
      why: 'Needs 44 GB of memory; this computer has 16 GB.',
    }),
    offeredOf('multilingual-e5-small', 'Multilingual E5 small', 'E5', 132_439_008, 'well', {
      role: 'embedder',
      recommended: 'The most capable of those that run well here: it takes 832 MB of memory.',
    }),
    offeredOf('all-minilm-l6-v2', 'all-MiniLM-L6-v2', 'MiniLM', 25_279_104, 'well', { role: 'embedder' }),
    offeredOf('bge-reranker-v2-m3', 'BGE Reranker v2 M3', 'BGE', 635_676_416, 'slowly', { role: 'reranker' }),
  ];
  return { computer: computer(), wasBusy: false, models };
}

function offeredOf(
  id: string,
  name: string,
  family: string,
  sizeBytes: number,
  verdict: ModelFit['verdict'],
  more: { role?: OfferedModel['role']; recommended?: string; why?: string } = {},
): OfferedModel {
  const why = more.why ?? 'Writes about 8 words a second; the first word comes after about 9 seconds.';
  return {
    ...{ id, role: more.role ?? 'chat', name, family, maker: 'A maker', sizeBytes, sizeExact: true },
    ...{ parameters: 4e9, quantisation: 'Q4_K_M', contextTokens: 32_768, languages: '100 languages' },
    ...{ purpose: 'Answers from given passages.', thinks: false, repository: `maker/${id}`, path: null },
    licence: { id: 'MIT', name: 'MIT', words: 'Free for everybody and every use.', forBusiness: true },
    fit: { verdict, why, memoryBytes: sizeBytes + 1e9, tokensPerSecond: 10, firstWordMs: 9_000 },
    ...{ inUse: false, recommended: more.recommended ?? null },
  };
}
