import { type Limits, type ParseEvent, shortfall, Unreadable } from '../parser.ts';
import type { Portion } from '../portion.ts';
import { type MailboxMeta, memberOf, messageEvents } from './mailbox-message.ts';
import {
  beginningOf,
  findMessage,
  hasDatedSeparators,
  type MailboxMessage,
  splitMailbox,
  undecidedFrom,
} from './split-mailbox.ts';

/** What is read of a message that is larger than the largest portion: texts stand before attachments. */
const beginningBytes = 4_000_000;
/** False lengths after which those that lead out of a portion are not believed: each has it read once more, and larger. */
const mostLies = 3;
const separator = '\nFrom ';

/** What a mailbox has told of itself before a portion. */
interface MailboxState {
  readonly isDated: boolean;
  /** The portion begins inside of a message that was too large. */
  readonly isInside: boolean;
  readonly lies: number;
}

/** The messages that are whole in a stretch of a mailbox; of one that fills the largest stretch, its beginning. */
export async function* portionEvents(
  bytes: Uint8Array,
  portion: Portion,
  mailbox: MailboxMeta,
  limits: Limits,
): AsyncIterable<ParseEvent> {
  const state = stateBefore(bytes, portion);
  const stretch = {
    isEnd: portion.isEnd,
    isDated: state.isDated,
    believesLengths: state.lies < mostLies && !portion.isLargest,
  };
  let { lies } = state;
  let number = portion.from.units;
  const reached = (count: number, isInside = false): ParseEvent => ({
    ...{ type: 'reached', bytes: count, units: number, skipTo: isInside ? separator : null },
    state: JSON.stringify({ isDated: state.isDated, isInside, lies } satisfies MailboxState),
  });
  let start = 0;
  if (state.isInside) {
    const found = findMessage(bytes, stretch);
    if (found === null) return yield reached(undecidedFrom(bytes), true);
    start = found;
    yield reached(start);
  }
  for (const message of splitMailbox(bytes.subarray(start), stretch)) {
    number += 1;
    if (message.lied) lies += 1;
    if (portion.take === 'none') yield shortfall('corrupt', memberOf(number));
    else yield* neighbourly(messageEvents(message, number, mailbox, limits), number);
    yield reached(start + message.end);
  }
  if (portion.isEnd) return yield reached(bytes.length);
  if (number > portion.from.units || start > 0) return;
  if (!portion.isLargest) return yield notWhole(portion);
  number += 1;
  yield* neighbourly(beginningEvents(beginningOf(bytes, beginningBytes), number, mailbox, limits), number);
  yield reached(undecidedFrom(bytes), true);
}

/** A message ends where another begins. */
function notWhole({ from: { units, state } }: Portion): ParseEvent {
  return { type: 'reached', bytes: 0, units, state, skipTo: separator };
}

function stateBefore(bytes: Uint8Array, { from }: Portion): MailboxState {
  if (from.state === '') return { isDated: hasDatedSeparators(bytes), isInside: false, lies: 0 };
  // This file wrote it.
  return JSON.parse(from.state) as MailboxState;
}

/** One message that is left out or broken costs its neighbours nothing. */
async function* neighbourly(events: AsyncIterable<ParseEvent>, number: number): AsyncIterable<ParseEvent> {
  try {
    yield* events;
  } catch (error) {
    const isLeftOut = error instanceof Unreadable && error.reason === 'left-out';
    yield isLeftOut ? shortfall('left-out', error.detail) : shortfall('corrupt', memberOf(number));
  }
}

/** What can be read of a message that is cut short: the last attachment is the one that the cut goes through. */
async function* beginningEvents(
  message: Pick<MailboxMessage, 'bytes' | 'envelope'>,
  number: number,
  mailbox: MailboxMeta,
  limits: Limits,
): AsyncIterable<ParseEvent> {
  let last: Extract<ParseEvent, { readonly type: 'embedded' }> | null = null;
  for await (const event of messageEvents(message, number, mailbox, limits)) {
    if (event.type !== 'embedded') yield event;
    else {
      if (last !== null) yield last;
      last = event;
    }
  }
  yield last === null
    ? shortfall('truncated-text', `${beginningBytes / 1_000_000} MB (${memberOf(number)})`)
    : shortfall('attachment-unread', `${memberOf(number)} › ${last.file.name}`);
}
