import * as z from 'zod';
import type { ModelSource, SourceFile } from '../catalog/catalog.ts';
import { SourceUnavailable } from './source-unavailable.ts';

type HubSource = Extract<ModelSource, { kind: 'hub' }>;

/** One file of the hub, told from any other: the commit it is of, its size and its checksum. */
export interface HubFile extends SourceFile {
  readonly revision: string;
}

/** Renamed repositories lead on once; more is a circle. */
const redirectsAtMost = 3;
const commit = /^[0-9a-f]{40}$/;
const checksum = /^[0-9a-f]{64}$/;

/**
 * Asks the hub which commit a file is of, how large it is and what its sha256 is, before anything of it is fetched: from
 * the headers that `resolve` answers with, of which the hub's own client reads the same
 * (https://github.com/huggingface/huggingface_hub, file_download.py, get_hf_file_metadata: X-Repo-Commit, X-Linked-Size,
 * X-Linked-Etag), or else from the tree of the repository (https://huggingface.co/docs/hub/api).
 * Throws SourceUnavailable where it cannot be reached, has no such file, or does not say its checksum.
 */
export async function askHub(
  { repository, revision }: HubSource,
  path: string,
  address: string,
  signal: AbortSignal,
): Promise<HubFile> {
  const head = await headOf(`${address}/${repository}/resolve/${revision ?? 'main'}/${path}`, signal);
  const file = {
    path,
    revision: head.get('x-repo-commit') ?? '',
    sizeBytes: Number(head.get('x-linked-size') ?? 0),
    sha256: (head.get('x-linked-etag') ?? '').replaceAll('"', ''),
  };
  if (isWhole(file)) return file;
  const listed = await fromTree(`${address}/api/models/${repository}`, revision, path, signal);
  if (isWhole(listed)) return listed;
  throw new SourceUnavailable(`${new URL(address).host} does not say what ${path} must be`);
}

function isWhole({ revision, sizeBytes, sha256 }: HubFile): boolean {
  return commit.test(revision) && Number.isSafeInteger(sizeBytes) && sizeBytes > 0 && checksum.test(sha256);
}

/** The headers of the hub's own answer: where the content lies elsewhere, that other place is not asked. */
async function headOf(url: string, signal: AbortSignal): Promise<Headers> {
  let at = new URL(url);
  for (let redirects = 0; redirects <= redirectsAtMost; redirects++) {
    const { status, headers } = await ask(at, { method: 'HEAD', redirect: 'manual' }, signal);
    if (status >= 400) throw new SourceUnavailable(`${at.host} answered ${status}`);
    const next = status >= 300 ? headers.get('location') : null;
    const target = next === null ? null : new URL(next, at);
    if (target === null || target.host !== at.host || headers.has('x-linked-etag')) return headers;
    at = target;
  }
  throw new SourceUnavailable(`${at.host} leads in a circle`);
}

const repositoryInfo = z.object({ sha: z.string() });
const tree = z.array(
  z.object({
    path: z.string(),
    size: z.number(),
    lfs: z.object({ oid: z.string(), size: z.number() }).optional(),
  }),
);

async function fromTree(
  api: string,
  revision: string | null,
  path: string,
  signal: AbortSignal,
): Promise<HubFile> {
  const at = revision ?? (await json(`${api}/revision/main`, repositoryInfo, signal)).sha;
  const folder = path.split('/').slice(0, -1);
  const files = await json(`${api}/tree/${[at, ...folder].join('/')}`, tree, signal);
  const lfs = files.find((file) => file.path === path)?.lfs;
  return { path, revision: at, sizeBytes: lfs?.size ?? 0, sha256: lfs?.oid ?? '' };
}

async function json<T>(url: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const response = await ask(new URL(url), {}, signal);
  if (!response.ok) throw new SourceUnavailable(`${new URL(url).host} answered ${response.status}`);
  const known = schema.safeParse(await response.json().catch(() => null));
  if (known.success) return known.data;
  throw new SourceUnavailable(`${new URL(url).host} answered something else`, { cause: known.error });
}

async function ask(url: URL, init: RequestInit, signal: AbortSignal): Promise<Response> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  // Numbers of bytes are those of the file itself, not of a packed answer.
  const headers = { 'accept-encoding': 'identity' };
  return fetch(url, { ...init, headers, signal: patience }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new SourceUnavailable(`${url.host} cannot be reached`, { cause });
  });
}

const patienceMs = 30_000;
