import { afterEach, expect, it } from 'vitest';
import { askHub } from './hub-file.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { openHub, type TestHub } from './testing/hub.ts';

const commit = 'c'.repeat(40);
const sha256 = 'a'.repeat(64);
const told = { path: 'model.gguf', revision: commit, sizeBytes: 5_000_000_000, sha256 };
const source = { kind: 'hub', repository: 'some/model', revision: null, folder: '' } as const;
const never = new AbortController().signal;

let hub: TestHub | undefined;
afterEach(() => hub?.close());

const said = {
  'x-repo-commit': commit,
  'x-linked-size': '5000000000',
  'x-linked-etag': `"${sha256}"`,
};

it('reads commit, size and checksum from the answer that leads to the content, and goes no further', async () => {
  hub = await openHub((_request, response) => {
    response.writeHead(302, { ...said, location: 'http://127.0.0.1:1/elsewhere' }).end();
  });
  expect(await askHub(source, 'model.gguf', hub.address, never)).toEqual(told);
  expect(hub.asked).toEqual(['HEAD /some/model/resolve/main/model.gguf']);
});

it('asks at the commit that is pinned', async () => {
  hub = await openHub((_request, response) => response.writeHead(200, said).end());
  await askHub({ ...source, revision: commit }, 'model.gguf', hub.address, never);
  expect(hub.asked).toEqual([`HEAD /some/model/resolve/${commit}/model.gguf`]);
});

it('follows a repository to its new name', async () => {
  hub = await openHub(({ url }, response) => {
    if (url?.startsWith('/some/')) response.writeHead(307, { location: '/other/model/resolve/main/x' }).end();
    else response.writeHead(302, { ...said, location: 'http://127.0.0.1:1/' }).end();
  });
  expect(await askHub(source, 'model.gguf', hub.address, never)).toEqual(told);
  expect(hub.asked).toHaveLength(2);
});

it('reads the tree of the repository where the answer says nothing', async () => {
  hub = await openHub(({ url }, response) => {
    if (url === '/api/models/some/model/revision/main') response.end(JSON.stringify({ sha: commit }));
    else if (url === `/api/models/some/model/tree/${commit}`)
      response.end(
        JSON.stringify([
          { type: 'file', path: 'README.md', size: 10, oid: 'b'.repeat(40) },
          { type: 'file', path: 'model.gguf', size: 5e9, lfs: { oid: sha256, size: 5e9, pointerSize: 135 } },
        ]),
      );
    else response.end();
  });
  expect(await askHub(source, 'model.gguf', hub.address, never)).toEqual(told);
});

it.each([
  ['it does not know the file', 404, {}, 'answered 404'],
  ['nobody may have it without logging in', 401, {}, 'answered 401'],
  ['it leads in a circle', 307, { location: '/again' }, 'in a circle'],
  ['its etag is no sha256', 200, { ...said, 'x-linked-etag': '"short"' }, 'answered something else'],
  ['it is a page that answers everything', 200, { 'content-type': 'text/html' }, 'answered something else'],
])('gives up where %s', async (_why, status, headers, words) => {
  hub = await openHub((_request, response) => response.writeHead(status, headers).end('<html>'));
  const asking = askHub(source, 'model.gguf', hub.address, never);
  await expect(asking).rejects.toBeInstanceOf(SourceUnavailable);
  await expect(asking).rejects.toThrow(words);
});

it('gives up where the tree has no checksum for it', async () => {
  hub = await openHub(({ url }, response) => {
    if (url?.includes('/tree/')) response.end(JSON.stringify([{ path: 'model.gguf', size: 4 }]));
    else response.end(JSON.stringify({ sha: commit }));
  });
  await expect(askHub(source, 'model.gguf', hub.address, never)).rejects.toThrow('does not say');
});

it('stops when aborted', async () => {
  hub = await openHub(() => undefined);
  const controller = new AbortController();
  const asking = askHub(source, 'model.gguf', hub.address, controller.signal);
  controller.abort();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
});
