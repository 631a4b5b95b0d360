import { ruleAmong } from '../mail/folder-roles.ts';
import { tagsAmong } from '../mail/labels.ts';
import { leaveOut } from '../mail/left-out.ts';
import type { Parser } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { checkContainer } from './check-container.ts';
import { itemEvents } from './item-events.ts';
import { msgItem } from './msg-item.ts';

/** One item that was saved or dragged out of Outlook: a mail, an appointment, a contact, a task or a note. */
export const msgParser: Parser = {
  id: 'msg',
  version: parserVersions.msg,
  async *parse(bytes, meta, limits) {
    checkContainer(bytes);
    const item = msgItem(bytes);
    const folder = meta.mailFolder ?? [];
    const why = ruleAmong(folder);
    yield* leaveOut(why, meta);
    const tags = tagsAmong([...folder, ...item.tags], why);
    yield* itemEvents({ ...item, tags }, { member: null, place: null }, limits);
  },
};
