import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { Fault } from '#main/contract/fault.ts';
import { fromHub, type HubSource } from '#models/download/from-hub.ts';
import { usualPieces } from '#models/download/in-pieces.ts';
import { SourceUnavailable } from '#models/download/source-unavailable.ts';
import { inOwnFolder } from './run-engine.ts';

const fileBytes = 400_000;
const triesAtMost = 200;
/** Every other run fetches over several connections. */
const pieces = { bytes: 50_000, connections: 3 };
const source: HubSource = { kind: 'hub', repository: 'some/model', revision: 'abc', folder: '' };

/** What a server may do to a download. */
const misdeeds = [
  ...['whole', 'cut', 'cut', 'vanish', 'error', 'redirect', 'no-ranges', 'slow', 'stretched'],
  ...['page', 'other-range', 'other-length', 'wrong-bytes'],
] as const;
type Misdeed = (typeof misdeeds)[number];

/**
 * Downloads from a server that misbehaves at random, until the file is there: `downloads [RUNS] [SEED]`. No wrong file
 * ever has its name, and what has arrived is not asked for again unless wrong bytes were among it.
 */
export function tortureByDownloads([runs = '100', seed = '1']: readonly string[]): Promise<boolean> {
  return inOwnFolder('downloads', async (base) => {
    const random = randomFrom(Number(seed));
    const seen = new Map<Misdeed, number>();
    let problems = 0;
    for (let run = 1; run <= Number(runs); run++) {
      const problem = await downloadOnce(base, random, seen, run % 2 === 0);
      if (problem === null) continue;
      problems += 1;
      console.log(`run ${run}: PROBLEM: ${problem}`);
    }
    const done = [...seen].map(([misdeed, count]) => `${misdeed} ${count}`).join(', ');
    console.log(`${runs} downloads, seed ${seed}: ${done}`);
    console.log(`${problems} problems`);
    return problems === 0;
  });
}

async function downloadOnce(
  base: string,
  random: () => number,
  seen: Map<Misdeed, number>,
  isInPieces: boolean,
): Promise<string | null> {
  const content = randomBytes(fileBytes);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { path: 'model.gguf', sizeBytes: fileBytes, sha256 };
  const target = join(base, file.path);
  rmSync(target, { force: true });
  let wrong = false;
  let [before, again] = [0, 0];
  const server = createServer((request, response) => {
    const misdeed = misdeeds[Math.floor(random() * misdeeds.length)] ?? 'whole';
    seen.set(misdeed, (seen.get(misdeed) ?? 0) + 1);
    wrong ||= misdeed === 'wrong-bytes';
    const asked = /^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1];
    if (asked !== undefined && isThere(base, file.path, Number(asked))) again += 1;
    answer(misdeed, content, random)(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { signal } = new AbortController();
  try {
    for (let tries = 0; tries < triesAtMost && !existsSync(target); tries++) {
      try {
        for await (const received of fromHub(
          source,
          file,
          base,
          signal,
          address,
          isInPieces ? pieces : usualPieces,
        )) {
          if (received < before) again += before - received;
          before = received;
        }
      } catch (error) {
        if (error instanceof Fault && error.code === 'checksum-wrong') {
          if (!wrong) return 'the checksum was wrong though no wrong byte was served';
          [before, wrong] = [0, false];
        } else if (!(error instanceof SourceUnavailable)) throw error;
      }
      if (existsSync(target) && !readFileSync(target).equals(content)) return 'a wrong file has its name';
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  if (!existsSync(target)) return `after ${triesAtMost} tries the file is not there`;
  return again > 0 ? 'what was there was asked for again' : null;
}

/** The byte has arrived already, in the part or in a piece of the file. */
function isThere(base: string, name: string, at: number): boolean {
  return readdirSync(base).some((part) => {
    if (!part.startsWith(`${name}.part`)) return false;
    const start = Number(part.slice(`${name}.part.`.length));
    const size = statSync(join(base, part), { throwIfNoEntry: false })?.size ?? 0;
    return at >= start && at < start + size;
  });
}

function answer(misdeed: Misdeed, content: Buffer, random: () => number): RequestListener {
  return (request, response) => {
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const from = Number(first ?? 0);
    const end = last === undefined || last === '' ? content.length : Number(last) + 1;
    const rest = content.subarray(from, end);
    const isRange = first !== undefined;
    const until = Math.floor(random() * rest.length);
    switch (misdeed) {
      case 'whole':
        return ranged(response, isRange, from, end).end(rest);
      case 'cut':
        ranged(response, isRange, from, end).write(rest.subarray(0, until), () => setTimeout(cutOff, 5));
        return;
      case 'vanish':
        return void request.socket.destroy();
      case 'error':
        return response.writeHead([403, 429, 500, 503][until % 4] ?? 500).end('no');
      case 'redirect':
        return response.writeHead(302, { location: `/elsewhere?${from}` }).end();
      case 'no-ranges':
        return response.writeHead(200, { 'content-length': content.length }).end(content);
      case 'slow':
        ranged(response, isRange, from, end).write(rest.subarray(0, until));
        return void setTimeout(() => response.end(rest.subarray(until)), 20);
      case 'stretched':
        return response.writeHead(isRange ? 206 : 200).end(Buffer.concat([rest, Buffer.alloc(500)]));
      case 'page':
        return response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<title>Log in to this network</title>');
      case 'other-range':
        return ranged(response, true, from + 1_000, end).end(rest.subarray(1_000));
      case 'other-length':
        return response.writeHead(200, { 'content-length': 5_000 }).end(Buffer.alloc(5_000));
      case 'wrong-bytes':
        return ranged(response, isRange, from, end).end(Buffer.alloc(rest.length, 1));
    }
    function cutOff(): void {
      response.destroy();
    }
  };
}

function ranged(response: ServerResponse, isRange: boolean, from: number, end: number): ServerResponse {
  const length = { 'content-length': Math.max(0, end - from) };
  if (!isRange) return response.writeHead(200, length);
  return response.writeHead(206, { ...length, 'content-range': `bytes ${from}-${end - 1}/${fileBytes}` });
}
