import type { Parser } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { checkContainer } from './check-container.ts';
import { itemEvents } from './item-events.ts';
import { msgItem } from './msg-item.ts';

/** One item that was saved or dragged out of Outlook: a mail, an appointment, a contact, a task or a note. */
export const msgParser: Parser = {
  id: 'msg',
  version: parserVersions.msg,
  async *parse(bytes, _meta, limits) {
    checkContainer(bytes);
    yield* itemEvents(msgItem(bytes), { member: null, place: null }, limits);
  },
};
