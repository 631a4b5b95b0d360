import type { Log } from '#indexer/pipeline/log.ts';
import type { ModelCatalogue, ModelFit, OfferedModel } from '#main/contract/models.ts';
import type { Settings } from '#main/contract/settings.ts';
import { errorFields } from '#main/hosts/services/logs/logs.ts';
import { type CatalogueModel, catalogue, licenceOf } from '#models/catalog/catalog.ts';
import type { ModelClient } from '#models/client.ts';
import { freeOn } from '#models/download/space.ts';
import { computerName, computerOf } from '#models/hardware/computer.ts';
import type { Engines } from '#models/hardware/engines.ts';
import { fitOf } from '#models/hardware/fit.ts';
import { recommend } from '#models/hardware/recommend.ts';
import type { MeasuredSpeed } from '#models/hardware/speed.ts';
import type { SettingsStore } from '../assistant/conversations/settings.ts';
import { never } from './implementer.ts';

interface CatalogueOptions {
  readonly service: () => Promise<ModelClient>;
  readonly settings: SettingsStore;
  /** Where models are fetched to; it may not exist yet. */
  readonly folder: string;
  readonly find: (modelId: string) => string | null;
  readonly log: Log;
}

/** A measurement that other programs disturbed is taken again after this time, when somebody asks. */
const againAfterMs = 10 * 60_000;
const noEngines: Engines = { mathCores: 1, instructionSets: [], gpu: null };

/** Reads all on offer with how it runs on this computer, which is measured where that was not done yet. */
export function createModelCatalogue(options: CatalogueOptions): () => Promise<ModelCatalogue> {
  const { service, settings, folder, find, log } = options;
  let measuredAtMs = Number.NEGATIVE_INFINITY;
  const speedOf = async (client: ModelClient, name: string): Promise<MeasuredSpeed> => {
    const { speed: kept } = settings.read();
    const holds = kept?.computer === name;
    const isRecent = performance.now() - measuredAtMs < againAfterMs;
    if (holds && (!kept.wasBusy || isRecent)) return kept;
    const fresh = await client.measure(never);
    measuredAtMs = performance.now();
    const best = holds ? faster(kept, fresh) : fresh;
    settings.change({ speed: { ...best, computer: name } });
    return best;
  };
  let running: Promise<ModelCatalogue> | null = null;
  const read = async (): Promise<ModelCatalogue> => {
    const freeDiskBytes = await freeOn(folder);
    let computer = computerOf(noEngines, freeDiskBytes);
    let measured: MeasuredSpeed | null = null;
    try {
      const client = await service();
      computer = computerOf(await client.engines(never), freeDiskBytes);
      measured = await speedOf(client, computerName(computer));
    } catch (error) {
      // What is on offer can be read all the same, and each entry says that nothing runs.
      log.warn('speed-not-measured', errorFields(error));
    }
    const fitted = catalogue.map((model) => {
      const path = find(model.id);
      return { model, path, fit: fitOf(model, computer, measured?.speed ?? null, path !== null) };
    });
    const recommended = (['chat', 'embedder'] as const).map((role) =>
      recommend(
        fitted.filter(({ model }) => model.role === role),
        computer,
      ),
    );
    const inUse = settings.read();
    const models = fitted.map(({ model, path, fit }) =>
      offered(model, path, fit, inUse, recommended.find((one) => one?.model === model)?.why ?? null),
    );
    return { computer, wasBusy: measured?.wasBusy ?? false, models: models.sort(byUse) };
  };
  return () => {
    // Two that ask at once are told the same; measuring twice at the same time would halve the speed.
    running ??= read().finally(() => {
      running = null;
    });
    return running;
  };
}

/** Of two measurements of one computer the one that was less disturbed. */
function faster(kept: MeasuredSpeed, fresh: MeasuredSpeed): MeasuredSpeed {
  if (!fresh.wasBusy) return fresh;
  const isFaster = fresh.speed.promptBillionsPerSecond > kept.speed.promptBillionsPerSecond;
  return isFaster ? fresh : { speed: kept.speed, wasBusy: true };
}

function offered(
  model: CatalogueModel,
  path: string | null,
  fit: ModelFit,
  inUse: Settings,
  recommended: string | null,
): OfferedModel {
  const { id, role, name, family, maker, parameters, quantisation, sizeBytes, sizeExact } = model;
  const { contextTokens, languages, purpose, repository } = model;
  return {
    ...{ id, role, name, family, maker, parameters, quantisation, sizeBytes, sizeExact },
    ...{ contextTokens, languages, purpose, repository, path, fit, recommended },
    licence: { id: model.licence, ...licenceOf(model) },
    thinks: model.role === 'chat' && model.thinks,
    inUse: role !== 'reranker' && inUse[role] === id && path !== null,
  };
}

const verdicts = ['well', 'slowly', 'not'] as const;
const roles = ['chat', 'embedder', 'reranker'] as const;

function byUse(a: OfferedModel, b: OfferedModel): number {
  const rank = ({ recommended, fit }: OfferedModel): number =>
    recommended === null ? 1 + verdicts.indexOf(fit.verdict) : 0;
  return roles.indexOf(a.role) - roles.indexOf(b.role) || rank(a) - rank(b) || b.sizeBytes - a.sizeBytes;
}
