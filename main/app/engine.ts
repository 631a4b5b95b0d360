import { availableParallelism } from 'node:os';
import { createIndexer, type Indexer } from '#indexer/pipeline/indexer.ts';
import type { Log } from '#indexer/pipeline/log.ts';
import { createOriginals } from '#indexer/pipeline/originals.ts';
import { createParserPool } from '#indexer/pipeline/pool/parser-pool.ts';
import { createAsking } from '#indexer/search/asking.ts';
import { createSearch } from '#indexer/search/search.ts';
import { openLibrary } from '#indexer/store/library.ts';
import type { ServiceSpawner } from '#main/hosts/services/service.ts';
import { createAssistant } from '../assistant/assistant.ts';
import { openConversations } from '../assistant/conversations/conversations.ts';
import type { Computer } from './computer/computer.ts';
import type { Folders } from './folders.ts';
import { createHoldBack } from './hold-back.ts';
import { keepSources } from './keep-sources.ts';
import { mishapNotices } from './mishaps.ts';
import { createModels } from './models.ts';
import type { OpenFile } from './open-file.ts';
import { createRouter, type Router } from './router.ts';

/** Each may take almost 1 GB for a hostile file. */
const mostParsers = 6;

export interface EngineOptions {
  readonly folders: Folders;
  readonly spawner: ServiceSpawner;
  readonly log: Log & { readonly path: string };
  readonly computer: Computer;
  readonly openFile: OpenFile;
  /** Damage was met in the library: the engine has to be started anew, which sets it aside. */
  readonly onDamage: () => void;
}

export interface Engine {
  readonly router: Router;
  /** Ends everything in order: what is under way, the services, the databases. */
  close(): Promise<void>;
}

/** One engine per library: opens its databases, composes what answers the contract. Throws openLibrary's Faults. */
export function openEngine({ folders, spawner, computer, log, openFile, onDamage }: EngineOptions): Engine {
  const closing = new AsyncDisposableStack();
  const library = closing.adopt(openLibrary(folders.library), (open) => open.close());
  try {
    const conversations = closing.adopt(openConversations(folders.library, onDamage), (open) => open.close());
    const isLost = library.isNew && library.aside === null && conversations.sources.list().length > 0;
    keepSources(library, conversations.sources, log);
    library.people.choose(conversations.people.list());
    library.follow((change) => {
      if (change.type === 'damaged') onDamage();
    });
    const notices = mishapNotices(library.aside, isLost, conversations.mishap);
    for (const notice of notices) log.error('mishap', { notice });
    const models = closing.adopt(
      createModels({
        ...{ spawner, log, folders: folders.models, logPath: log.path, settings: conversations.settings },
        downloads: conversations.downloads,
        onEmbedderChange: () => indexer?.embedderChanged(),
      }),
      (open) => open.close(),
    );
    const pool = closing.adopt(
      createParserPool({
        size: Math.min(mostParsers, availableParallelism()),
        spawn: () => spawner.spawn('parser', {}),
      }),
      (open) => open.close(),
    );
    const embedder = () => models.embedder();
    const asking = createAsking();
    const search = createSearch(library, asking);
    const assistant = createAssistant({
      ...{ library, search, embedder, conversations },
      chat: () => models.chat(),
      chatOf: (modelId) => models.chatOf(modelId),
      isChatLoaded: () => models.isChatLoaded(),
      pendingFiles: () => library.files.counts().pending,
      today: () => new Date(),
    });
    let indexer: Indexer | null = null;
    const holdBack = closing.adopt(
      createHoldBack({
        settings: () => conversations.settings.read(),
        computer,
        onChange: () => indexer?.heldChanged(),
      }),
      (open) => open.close(),
    );
    const { held } = holdBack;
    const running = async () => {
      if (indexer === null) {
        indexer = closing.adopt(createIndexer({ library, pool, embedder, log, asking, held }), (open) =>
          open.close(),
        );
        await indexer.start();
      }
      return indexer;
    };
    const parts = {
      ...{ folders, library, search, conversations, models, assistant, indexer: running, openFile, notices },
      log,
      runningIndexer: () => indexer,
      originals: createOriginals(library, pool),
      holdBack,
    };
    return { router: createRouter(parts, log.path), close: () => closing.disposeAsync() };
  } catch (error) {
    void closing.disposeAsync();
    throw error;
  }
}
