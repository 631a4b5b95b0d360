import { makeBlobsLean } from './lean-blob.ts';
import type { ParseRequest, ParserPort, ParserReply } from './messages.ts';
import { readContent } from './read-content.ts';

/**
 * The program of a parser process: reads one file after the other, in the order of the requests.
 * A bug in a parser ends the process; the pool then says so in the file's ledger row.
 */
export function serveParser(port: ParserPort): void {
  makeBlobsLean();
  const send = (reply: ParserReply): void => port.postMessage(reply);
  let last = Promise.resolve();
  port.on('message', ({ data }) => {
    // The channel is the pool's own; it sends nothing else.
    const { id, bytes, meta } = data as ParseRequest;
    last = last.then(async () => {
      const content = await readContent(bytes, meta);
      send({ type: 'content', id, content, rssBytes: process.memoryUsage.rss() });
    });
  });
  send({ type: 'ready' });
}
