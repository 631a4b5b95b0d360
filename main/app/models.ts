import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Log } from '#indexer/pipeline/log.ts';
import { Fault } from '#main/contract/fault.ts';
import type { DownloadProgress, ModelCatalogue, ModelInfo, ModelRole } from '#main/contract/models.ts';
import { errorFields } from '#main/hosts/services/logs/logs.ts';
import type { ServiceSpawner } from '#main/hosts/services/service.ts';
import {
  type CatalogueModel,
  catalogue,
  catalogued,
  starterChat,
  starterEmbedder,
} from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import { createOwnModels, type OwnModel } from '#models/catalog/own-models.ts';
import type { ChatModel } from '#models/chat/chat-model.ts';
import { hubAddress } from '#models/download/from-hub.ts';
import { dropDownload, getModel } from '#models/download/get-model.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { checkModelFile, lookAtModelFile } from '#models/runtime/model-file.ts';
import type { KeptDownloads } from '../assistant/conversations/kept-downloads.ts';
import type { SettingsStore } from '../assistant/conversations/settings.ts';
import { createDownloadQueue } from './download-queue.ts';
import { keepDownload } from './keep-download.ts';
import { createModelCatalogue } from './model-catalogue.ts';
import { createModelService } from './model-service.ts';

export interface ModelsOptions {
  readonly spawner: ServiceSpawner;
  readonly settings: SettingsStore;
  readonly downloads: KeptDownloads;
  /** Looked through first to last; what is fetched goes into the first. */
  readonly folders: readonly [string, ...string[]];
  readonly log: Log;
  readonly logPath: string;
  /** The embedder is another one now, or has just become available. */
  readonly onEmbedderChange: () => void;
}

/** The two roles of a model and what is on this computer for them. The service starts with the first use. */
export interface Models {
  /** The embedder in use, loaded; null where none is chosen or its file is not here. Throws the service's Faults. */
  embedder(): Promise<Embedder | null>;
  chat(): Promise<ChatModel | null>;
  /** A chat model by its id, beside the one in use. Throws Fault `model-unknown`, `model-missing`, `bad-input` and the service's. */
  chatOf(modelId: string): Promise<ChatModel>;
  /** See `ModelService.isChatLoaded`. */
  isChatLoaded(): boolean;
  /** The catalogue's that are on this computer and its two to begin with, then a person's own. */
  list(): Promise<ModelInfo[]>;
  /** All on offer, with how each runs on this computer. */
  catalogue(): Promise<ModelCatalogue>;
  /** After those that were asked for before. Throws Fault `model-unknown` and those of the download. Leaving the iteration stops it. */
  get(modelId: string, signal: AbortSignal): AsyncIterable<DownloadProgress>;
  /** Deletes what has arrived of a model that is not whole. Throws Fault `model-unknown`, and `bad-input` while it is being fetched. */
  drop(modelId: string): Promise<void>;
  /** null switches the role off. Throws Fault `model-unknown`, `model-missing`. */
  use(role: ModelRole, modelId: string | null): Promise<ModelInfo[]>;
  /**
   * Takes a GGUF file into use where it lies. Throws Fault `model-missing`, `model-damaged`, or `bad-input` where another
   * of its name is there.
   */
  add(path: string): Promise<{ readonly modelId: string; readonly models: ModelInfo[] }>;
  /** Lets a file go that was added; deletes one that lies in a models folder. Throws Fault `model-unknown`, `model-missing`. */
  remove(modelId: string): Promise<ModelInfo[]>;
  /** Process id of the running service, else null. */
  pid(): number | null;
  close(): Promise<void>;
}

export function createModels(options: ModelsOptions): Models {
  const { settings, folders, spawner, log, logPath } = options;
  const service = createModelService({ spawner, log, logPath, onCrash: options.onEmbedderChange });
  const own = createOwnModels();
  const queue = createDownloadQueue();
  const find = (modelId: string): string | null => findModel(modelId, folders, settings.read().modelFiles);
  const found = (modelId: string): string => {
    const path = find(modelId);
    if (path !== null) return path;
    const known = catalogued(modelId) !== undefined;
    throw new Fault(known ? 'model-missing' : 'model-unknown', { model: modelId });
  };
  const pathOf = (role: ModelRole): string | null => {
    const modelId = settings.read()[role];
    return modelId === null ? null : find(modelId);
  };
  const list = async (): Promise<ModelInfo[]> => {
    const inUse = settings.read();
    const isInUse = ({ id, role }: Pick<ModelInfo, 'id' | 'role'>): boolean => inUse[role] === id;
    return [
      ...catalogue.filter(hasRole).flatMap((model) => {
        const path = findModel(model.id, folders, inUse.modelFiles);
        if (path === null && model.id !== starterEmbedder && model.id !== starterChat) return [];
        return [{ ...infoOf(model), path, inUse: isInUse(model) }];
      }),
      ...(await own.list(folders, inUse.modelFiles)).map((model) => ({
        ...ownInfoOf(model),
        inUse: isInUse(model),
      })),
    ];
  };
  const changed = (roles: readonly ModelRole[]): void => {
    if (roles.includes('embedder')) options.onEmbedderChange();
  };
  return {
    embedder: () => service.embedder(pathOf('embedder')),
    chat: () => service.chat(pathOf('chat')),
    chatOf(modelId) {
      refuseOtherRole('chat', modelId);
      return service.otherChat(found(modelId));
    },
    isChatLoaded: () => service.isChatLoaded(),
    list,
    catalogue: createModelCatalogue({
      ...{ settings, find, log, folder: folders[0] },
      service: () => service.client(),
    }),
    async *get(modelId, signal) {
      refuseUnused(modelId);
      const whole = await wholeFile(modelId, find(modelId));
      if (whole !== null) {
        yield whole;
        return;
      }
      const { sizeBytes: totalBytes = 0 } = catalogued(modelId) ?? {};
      yield { modelId, receivedBytes: 0, totalBytes, phase: 'waiting' };
      const leave = await queue.enter(modelId, signal);
      try {
        yield* keepDownload(
          modelId,
          (asked) => getModel(modelId, folders[0], signal, hubAddress, asked),
          options.downloads.keep,
          signal,
        );
      } finally {
        leave();
      }
      log.info('model-fetched', { model: modelId });
      options.onEmbedderChange();
    },
    async drop(modelId) {
      if (queue.has(modelId))
        throw new Fault('bad-input', { what: `${modelId} is being fetched, so stop that first` });
      await dropDownload(modelId, folders[0]);
    },
    use(role, modelId) {
      if (modelId !== null) {
        found(modelId);
        refuseOtherRole(role, modelId);
      }
      settings.change({ [role]: modelId });
      changed([role]);
      return list();
    },
    async add(path) {
      const { catalogued: published } = await checkModelFile(path);
      const modelId = published?.file === basename(path) ? published.id : basename(path);
      const { modelFiles } = settings.read();
      const there = find(modelId);
      if (there !== null && there !== path)
        throw new Fault('bad-input', { what: `another model file of this name is in use, ${there}` });
      if (there === null) settings.change({ modelFiles: [...modelFiles, path] });
      return { modelId, models: await list() };
    },
    async remove(modelId) {
      const path = found(modelId);
      const before = settings.read();
      const roles = (['embedder', 'chat'] as const).filter((role) => before[role] === modelId);
      settings.change({
        modelFiles: before.modelFiles.filter((file) => file !== path),
        ...Object.fromEntries(roles.map((role) => [role, null])),
      });
      if (!before.modelFiles.includes(path)) await rm(path, { force: true });
      changed(roles);
      return list();
    },
    pid: () => service.pid(),
    close: () =>
      service.stop().catch((error: unknown) => log.error('models-not-stopped', errorFields(error))),
  };
}

/** The end of a download that need not happen: the file is here and whole. */
async function wholeFile(modelId: string, path: string | null): Promise<DownloadProgress | null> {
  const model = catalogued(modelId);
  if (model === undefined || path === null) return null;
  const { size } = statSync(path);
  if (model.sizeExact ? size !== model.sizeBytes : (await lookAtModelFile(path)) === null) return null;
  return { modelId, receivedBytes: size, totalBytes: size, phase: 'done' };
}

type UsableModel = Extract<CatalogueModel, { role: ModelRole }>;

/** The catalogue knows models that put hits in order, which nothing here does yet. */
function hasRole(model: CatalogueModel): model is UsableModel {
  return model.role !== 'reranker';
}

function refuseUnused(modelId: string): void {
  const model = catalogued(modelId);
  if (model === undefined || hasRole(model)) return;
  throw new Fault('bad-input', { what: `Quipu has no use for a reranker yet, so ${modelId} would lie idle` });
}

function refuseOtherRole(role: ModelRole, modelId: string): void {
  const model = catalogued(modelId);
  if (model === undefined || model.role === role) return;
  throw new Fault('bad-input', { what: `${modelId} is no model for the role ${role}` });
}

function infoOf({ id, role, name, licence, sizeBytes, languages }: UsableModel) {
  return { id, role, name, licence, sizeBytes, languages, own: false };
}

function ownInfoOf(model: OwnModel) {
  return { ...model, languages: '', own: true };
}
