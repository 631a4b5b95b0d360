import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { servePage } from '#main/hosts/web/serve-page.ts';
import { command, wholeNumber } from '../command.ts';

/** Where `npm run build` puts the page. */
export const builtPage = fileURLToPath(new URL('../../../../out/renderer', import.meta.url));

export const page = command({
  name: 'page',
  words: '',
  wordCount: [0, 0],
  summary: 'Serve the page to a browser on this computer, until Ctrl-C',
  options: { port: { type: 'string', value: 'N', help: 'listen on port N (any free one)' } },
  async run({ values, session, terminal }) {
    const port = wholeNumber('page', 'port', values.port ?? '0', 0, 65_535);
    const served = await servePage({
      assetsDir: builtPage,
      engineSocket: () => session.engine.socket(),
      port,
    });
    try {
      // A library that cannot be opened is told here, not on a page that stays empty.
      (await session.engine.connect()).close();
      if (terminal.json) terminal.object({ url: served.url });
      else terminal.line(`Quipu is at ${terminal.style('bold', served.url)}\nCtrl-C ends it.`);
      if (!session.signal.aborted) await once(session.signal, 'abort');
    } finally {
      await served.close();
    }
  },
});
