import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { Fault } from '#main/contract/fault.ts';
import { fromHub, type HubSource } from '#models/download/from-hub.ts';
import { SourceUnavailable } from '#models/download/source-unavailable.ts';
import { inOwnFolder } from './run-engine.ts';

const fileBytes = 400_000;
const triesAtMost = 200;
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
      const problem = await downloadOnce(base, random, seen);
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
    answer(misdeed, content, random)(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    for (let tries = 0; tries < triesAtMost && !existsSync(target); tries++) {
      try {
        for await (const received of fromHub(source, file, base, new AbortController().signal, address)) {
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
  return again > 0 ? `${again} bytes that were there were asked for again` : null;
}

function answer(misdeed: Misdeed, content: Buffer, random: () => number): RequestListener {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = content.subarray(from);
    const until = Math.floor(random() * rest.length);
    switch (misdeed) {
      case 'whole':
        return ranged(response, from, content.length).end(rest);
      case 'cut':
        ranged(response, from, content.length).write(rest.subarray(0, until), () => setTimeout(cutOff, 5));
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
        ranged(response, from, content.length).write(rest.subarray(0, until));
        return void setTimeout(() => response.end(rest.subarray(until)), 20);
      case 'stretched':
        return response.writeHead(from === 0 ? 200 : 206).end(Buffer.concat([rest, Buffer.alloc(500)]));
      case 'page':
        return response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<title>Log in to this network</title>');
      case 'other-range':
        return ranged(response, from + 1_000, content.length).end(rest.subarray(1_000));
      case 'other-length':
        return response.writeHead(200, { 'content-length': 5_000 }).end(Buffer.alloc(5_000));
      case 'wrong-bytes':
        return ranged(response, from, content.length).end(Buffer.alloc(rest.length, 1));
    }
    function cutOff(): void {
      response.destroy();
    }
  };
}

function ranged(response: ServerResponse, from: number, size: number): ServerResponse {
  if (from === 0) return response.writeHead(200, { 'content-length': size });
  return response.writeHead(206, {
    'content-length': Math.max(0, size - from),
    'content-range': `bytes ${from}-${size - 1}/${size}`,
  });
}
