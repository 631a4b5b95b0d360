import { type Parser, shortfall } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { LeftOut } from './left-out.ts';
import { mailboxFolder } from './mail-folder.ts';
import { memberOf, messageEvents } from './mailbox-message.ts';
import { portionEvents } from './mailbox-portion.ts';
import { hasDatedSeparators, splitMailbox } from './split-mailbox.ts';

/** Messages of a mailbox that another file holds, which is read in one piece: against 200 MB of separators. */
const mostMessages = 100_000;

/** A mailbox (RFC 4155): each message is a mail of its own, and one that is broken leaves the others readable. */
export const mboxParser: Parser = {
  id: 'mbox',
  version: parserVersions.mbox,
  async *parse(bytes, meta, limits) {
    const mailbox = { ...meta, mailFolder: mailboxFolder(meta.mailFolder ?? [], meta.name) };
    if (meta.portion !== undefined) return yield* portionEvents(bytes, meta.portion, mailbox, limits);
    const leftOut = new LeftOut();
    let chars = limits.textChars;
    let number = 0;
    const whole = { isEnd: true, isDated: hasDatedSeparators(bytes), believesLengths: true };
    for (const message of splitMailbox(bytes, whole)) {
      number += 1;
      if (number > mostMessages || chars <= 0) {
        const detail =
          chars <= 0 ? `${amount(limits.textChars)} characters` : `${amount(mostMessages)} messages`;
        yield shortfall('truncated-text', detail);
        break;
      }
      try {
        for await (const event of messageEvents(message, number, mailbox, { ...limits, textChars: chars })) {
          if (event.type === 'document') chars -= event.document.text.length;
          yield event;
        }
      } catch (error) {
        if (!leftOut.counts(error)) yield shortfall('corrupt', memberOf(number));
      }
    }
    yield* leftOut.shortfalls(number);
  },
};

function amount(count: number): string {
  return count.toLocaleString('en');
}
