import { dateOf } from '../mail/headers.ts';
import { readMail } from '../mail/parse-mail.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { pageEvents } from './parse-html.ts';
import { readHtml } from './read-html.ts';

/** A web page that a browser saved with all it shows, in the form of a mail (MHTML, RFC 2557). */
export const savedPageParser: Parser = {
  id: 'saved-page',
  version: parserVersions['saved-page'],
  async *parse(bytes, meta, limits) {
    const saved = await readMail(bytes);
    if (!saved.html) throw new Unreadable('failed', 'mislabelled', 'it holds no web page');
    // Lines of the page inside its encoding mean nothing to a reader of the file.
    yield* pageEvents(readHtml(saved.html, { withLines: false }), meta, limits, dateOf(saved));
  },
};
