/** Imports go one way: renderer -> main/contract; main -> indexer, models; indexer -> models/embed's interface. main/contract is a leaf. */

const contract = '^main/contract/';
const tests = '\\.(test|spec)\\.tsx?$|/testing/';

function forbid(name, comment, from, to) {
  return { name, severity: 'error', comment, from, to };
}

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Modules that import one another cannot be understood alone.',
      {},
      { circular: true },
    ),
    forbid('no-unresolved', 'An import leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'contract-is-a-leaf',
      'The contract imports nothing but zod and oRPC’s contract.',
      { path: contract, pathNot: tests },
      { pathNot: [contract, 'node_modules/(zod|@orpc/contract)/'] },
    ),
    forbid(
      'renderer-knows-the-contract',
      'The renderer knows main/contract and nothing else of the app.',
      { path: '^renderer/', pathNot: tests },
      { path: '^(main|indexer|models|scripts)/', pathNot: contract },
    ),
    forbid(
      'indexer-knows-the-embedder',
      'Of the models the indexer knows the embedder’s interface alone.',
      { path: '^indexer/', pathNot: tests },
      { path: '^(main|models|scripts|renderer)/', pathNot: [contract, '^models/embed/embedder\\.ts$'] },
    ),
    forbid(
      'models-stand-alone',
      'Models know nothing of the app around them.',
      { path: '^models/', pathNot: tests },
      { path: '^(main|indexer|scripts|renderer)/', pathNot: contract },
    ),
    forbid(
      'product-without-scripts',
      'Scripts use the product, never the other way round.',
      { path: '^(main|indexer|models|renderer)/', pathNot: tests },
      { path: '^scripts/' },
    ),
    forbid(
      'parsers-are-pure',
      'A parser sees bytes: no files, network, processes or clock.',
      { path: '^indexer/(sources|chunk)/', pathNot: tests },
      { path: '^(node:)?(fs|fs/promises|net|http|https|dns|child_process|worker_threads)$' },
    ),
    forbid(
      'electron-in-its-host',
      'Only main/hosts/electron imports electron.',
      { pathNot: '^main/hosts/electron/|^electron\\.vite\\.config\\.ts$' },
      { path: '^(electron|node_modules/electron)(/|$)' },
    ),
    forbid(
      'llama-in-the-runtime',
      'Only models/runtime imports node-llama-cpp, which runs apart from the engine.',
      { path: '^(main|indexer|renderer|models)/', pathNot: '^models/runtime/' },
      { path: 'node_modules/node-llama-cpp/' },
    ),
    forbid(
      'sql-in-the-stores',
      'SQL lives in the stores alone.',
      {
        path: '^(main|indexer|renderer|models)/',
        pathNot: ['^indexer/store/', '^main/assistant/conversations/', tests],
      },
      { path: 'node_modules/better-sqlite3/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
