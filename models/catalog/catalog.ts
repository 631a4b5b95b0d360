import chatAlibaba from './entries/chat-alibaba.json' with { type: 'json' };
import chatCommunities from './entries/chat-communities.json' with { type: 'json' };
import chatGoogleIbm from './entries/chat-google-ibm.json' with { type: 'json' };
import chatHuggingFace from './entries/chat-hugging-face.json' with { type: 'json' };
import chatMeta from './entries/chat-meta.json' with { type: 'json' };
import chatMicrosoft from './entries/chat-microsoft.json' with { type: 'json' };
import chatMistral from './entries/chat-mistral.json' with { type: 'json' };
import chatTiiDeepSeekOpenAi from './entries/chat-tii-deepseek-openai.json' with { type: 'json' };
import embedders from './entries/embedders.json' with { type: 'json' };
import licenceTable from './entries/licences.json' with { type: 'json' };
import rerankers from './entries/rerankers.json' with { type: 'json' };
import { type CatalogueEntry, catalogueEntry, type Licence, licences } from './entry.ts';

/** A published file, named by its path inside whatever source delivers it. */
export interface SourceFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Where a model's published files come from. Files and their checksums are the same in every source. */
export type ModelSource =
  | {
      readonly kind: 'hub';
      readonly repository: string;
      /** null: the newest, which is looked up before anything is fetched. */
      readonly revision: string | null;
      readonly folder: string;
    }
  | { readonly kind: 'package'; readonly name: string; readonly version: string; readonly folder: string };

/** An entry and where its files come from. */
export type CatalogueModel = CatalogueEntry & {
  /** How the published files become the GGUF file: one of them as it is, or converted by ours. */
  readonly made: 'published' | 'convert-minilm';
  /** Empty where the hub has to be asked for the checksum and the size of the one file there is. */
  readonly published: readonly SourceFile[];
  /** In the order tried. */
  readonly sources: readonly ModelSource[];
};

export const starterEmbedder = 'all-minilm-l6-v2';
export const starterChat = 'smollm2-135m-instruct';

/** Throws where a file is not of the form, as a broken program would. */
export const catalogue: readonly CatalogueModel[] = [
  ...[embedders, chatMeta, chatAlibaba, chatMistral, chatGoogleIbm, chatMicrosoft, chatHuggingFace],
  ...[chatTiiDeepSeekOpenAi, chatCommunities, rerankers],
]
  .flat()
  .map((entry) => withSources(catalogueEntry.parse(entry)));

const knownLicences = licences.parse(licenceTable);

export function catalogued(modelId: string): CatalogueModel | undefined {
  return catalogue.find((model) => model.id === modelId);
}

/** What an entry's licence allows. */
export function licenceOf({ licence }: Pick<CatalogueEntry, 'licence'>): Licence {
  return knownLicences[licence] ?? { name: licence, words: '', forBusiness: false };
}

function withSources(entry: CatalogueEntry): CatalogueModel {
  const { file, sizeBytes, sizeExact, sha256, repository, revision } = entry;
  const asItIs = sha256 !== null && sizeExact ? [{ path: file, sizeBytes, sha256 }] : [];
  return {
    ...entry,
    made: entry.making?.how ?? 'published',
    published: entry.making?.published ?? asItIs,
    sources: [
      { kind: 'hub', repository, revision, folder: '' },
      ...(entry.package === undefined ? [] : [{ kind: 'package' as const, ...entry.package }]),
    ],
  };
}
