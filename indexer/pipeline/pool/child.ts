import type { Slices } from '../../sources/slices.ts';
import { makeBlobsLean } from './lean-blob.ts';
import type { ParseRequest, ParserPort, ParserReply, SliceGiven } from './messages.ts';
import { readContent } from './read-content.ts';

/**
 * The program of a parser process: reads one file after the other, in the order of the requests.
 * A bug in a parser ends the process; the pool then says so in the file's ledger row.
 */
export function serveParser(port: ParserPort): void {
  makeBlobsLean();
  const send = (reply: ParserReply): void => port.postMessage(reply);
  let last = Promise.resolve();
  let give: (bytes: Uint8Array) => void = () => undefined;
  const slicesOf = ({ id, sliceableBytes }: ParseRequest): Slices | undefined =>
    sliceableBytes === undefined
      ? undefined
      : {
          sizeBytes: sliceableBytes,
          read: (at, length) =>
            new Promise((resolve) => {
              give = resolve;
              send({ type: 'want', id, at, length });
            }),
        };
  port.on('message', ({ data }) => {
    // The channel is the pool's own; it sends nothing else.
    const message = data as ParseRequest | SliceGiven;
    if ('type' in message) return give(message.bytes);
    const { id, bytes, meta } = message;
    last = last.then(async () => {
      const content = await readContent(bytes, meta, slicesOf(message));
      send({ type: 'content', id, content, rssBytes: process.memoryUsage.rss() });
    });
  });
  send({ type: 'ready' });
}
