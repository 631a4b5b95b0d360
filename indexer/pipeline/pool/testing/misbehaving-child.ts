import type { ParseRequest, ParserReply } from '../messages.ts';

/** A parser process whose behaviour is the file's name: what hostile files do to real parsers, on demand. */
const send = (reply: ParserReply): boolean | undefined => process.send?.(reply);

if (process.argv.includes('never-ready')) process.exit(3);

process.on('message', ({ id, meta, bytes }: ParseRequest) => {
  if (meta.name.startsWith('hang')) for (;;) Math.hypot(1, 2);
  if (meta.name.startsWith('crash')) process.kill(process.pid, 'SIGSEGV');
  if (meta.name.startsWith('heap')) process.exit(134);
  const rssBytes = meta.name.startsWith('fat') ? 2 ** 31 : 0;
  const content = {
    parserId: String(process.pid),
    parserVersion: bytes.length,
    state: 'indexed',
    reason: null,
    detail: meta.name,
    documents: [],
    rules: { off: [], touched: [] },
  } as const;
  send({ type: 'content', id, content, rssBytes });
});
process.on('disconnect', () => process.exit(0));
send({ type: 'ready' });
