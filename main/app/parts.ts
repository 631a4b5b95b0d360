import type { Indexer } from '#indexer/pipeline/indexer.ts';
import type { Log } from '#indexer/pipeline/log.ts';
import type { Originals } from '#indexer/pipeline/originals.ts';
import type { Search } from '#indexer/search/search.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Assistant } from '../assistant/assistant.ts';
import type { Conversations } from '../assistant/conversations/conversations.ts';
import type { Folders } from './folders.ts';
import type { HoldBack } from './hold-back.ts';
import type { Models } from './models.ts';
import type { OpenFile } from './open-file.ts';

/** What the calls of the contract are answered with. */
export interface Parts {
  readonly folders: Folders;
  readonly library: Library;
  readonly originals: Originals;
  readonly search: Search;
  readonly conversations: Conversations;
  readonly models: Models;
  readonly assistant: Assistant;
  /** Started at the first call that needs the library to follow the disk. */
  readonly indexer: () => Promise<Indexer>;
  /** The same where it was started, without starting it. */
  readonly runningIndexer: () => Indexer | null;
  readonly holdBack: HoldBack;
  readonly openFile: OpenFile;
  /** What a person is to know of the library itself. */
  readonly notices: readonly string[];
  readonly log: Log;
}
