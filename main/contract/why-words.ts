import { fileInWords } from './document-words.ts';
import type { FileState } from './ledger.ts';
import { reasonSentence } from './reason.ts';
import type { Why } from './why.ts';

const figures = new Intl.NumberFormat('en');
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
/** A mailbox of 10,000 mails is told by its figures. */
const namedAtMost = 12;

/** A story's main sentences: whether it is found, and why not. */
export function whySentence(why: Why): string {
  const { verdict, file } = why;
  const reason = file?.reason == null ? '' : reasonSentence(file.reason, file.detail ?? '');
  switch (verdict) {
    case 'found':
      return 'It is indexed: search finds it.';
    case 'partly':
      return `It is indexed, but not all of it. ${reason}`;
    case 'skipped':
    case 'failed':
    case 'missing':
      return reason;
    case 'waiting':
      return 'It is known, and waits to be read.';
    case 'left-out':
      return leftOutSentence(why);
    case 'outside':
      return 'It lies in no source. Add it, or a folder around it (quipu add), to have it indexed.';
    case 'folder':
      return 'This is a folder; what is in it has rows of its own in the ledger.';
    case 'link':
      return 'This is a link to something in the same source, which is found under its own name.';
    case 'gone':
      return 'Nothing is at this path, and nothing that was is in the index.';
    case 'unseen':
      return why.source?.state === 'paused'
        ? 'It was not looked at: its source is paused. Resume it to have it read.'
        : 'It was not looked at yet. It will be in a moment; if not, rescan its source (quipu index).';
  }
}

function leftOutSentence({ leftOut, path }: Why): string {
  if (leftOut === null) return '';
  const it = leftOut.at === path ? 'It' : leftOut.at;
  switch (leftOut.by) {
    case 'rule':
      return `${it} is left out by the rule “${leftOut.what}”.`;
    case 'pattern':
      return leftOut.file === null
        ? `${it} is left out by the pattern “${leftOut.what}” of its source.`
        : `${it} is left out by the pattern “${leftOut.what}” in ${leftOut.file}, line ${leftOut.line}.`;
    case 'ignore-file':
      return `${it} says what is left out of its folder, and is not indexed itself.`;
    case 'library':
      return `${it} is Quipu’s own library, which is never indexed.`;
    case 'system':
      return `${it} belongs to the running system, not to your files, and is never indexed.`;
    case 'source':
      return `${it} is a source of its own.`;
  }
}

export type WhyFact = readonly [name: string, value: string];

/** What is known besides, each fact with its name. */
export function whyFacts(why: Why): readonly WhyFact[] {
  const { asked, path, source, leadsTo, below, waitsFor } = why;
  const facts: (WhyFact | null)[] = [
    asked === path ? null : ['Is at', path],
    leadsTo === null ? null : ['Leads to', leadsTo],
    source === null ? null : ['Source', `${source.sourceId}, ${source.path} (${source.state})`],
    ...fileFacts(why),
    below === null ? null : ['In it', countsInWords(below.files)],
    ...(below?.reasons ?? []).map(
      ({ reason, count }): WhyFact => [counted(count, 'file'), reasonSentence(reason)],
    ),
    waitsFor === null ? null : ['Waits', waits[waitsFor]],
  ];
  return facts.filter((fact) => fact !== null);
}

const waits: Readonly<Record<NonNullable<Why['waitsFor']>, string>> = {
  reading: 'no more: it is being read now',
  turn: 'for its turn: other files are read before it',
  resume: 'for its source to be resumed',
  look: 'for its source to be looked through',
  drive: 'for its drive to be connected',
  library: 'for the library’s disk to be writable again',
  embedding: 'for its meaning to be learned; its words are found already',
  embedder: 'for an embedder; until one is there it is found by its words alone',
};

function fileFacts({ file, onDisk }: Why): (WhyFact | null)[] {
  if (file === null) return [];
  const { parser, readAt, documents, chunks, embedded, attachments, withheld, hiddenChars } = file;
  const members = file.contents.flatMap(({ member }) => member ?? []);
  const originals = file.contents.flatMap(({ sameAs }) => (sameAs === null ? [] : fileInWords(sameAs)));
  const by = parser === null ? '' : `, by the reader ${parser.id} ${parser.version}`;
  const newer = parser !== null && parser.newest > parser.version ? ` (now ${parser.newest})` : '';
  return [
    onDisk === 'folder'
      ? null
      : ['File', `${counted(file.sizeBytes, 'byte')}, changed ${moment(file.modifiedAt)}`],
    ['Last read', readAt === null ? 'never' : `${moment(readAt)}${by}${newer}`],
    documents === 0
      ? null
      : [
          'Holds',
          `${counted(documents, 'document')}, ${counted(chunks, 'passage')}${embedded === null ? '' : `, ${figures.format(embedded)} of them found by meaning`}`,
        ],
    members.length === 0 ? null : ['Members read', named(members)],
    originals.length === 0 ? null : ['The same mail as', named(originals)],
    attachments.length === 0 ? null : ['Attached', named(attachments)],
    withheld.length === 0
      ? null
      : ['Withheld', withheld.map(({ kind, count }) => `${figures.format(count)} × ${kind}`).join(', ')],
    hiddenChars === 0
      ? null
      : ['Left out', `${counted(hiddenChars, 'character')} that a reader of the file does not see`],
    file.missingSince === null ? null : ['Missing since', moment(file.missingSince)],
  ];
}

const stateOrder: readonly FileState[] = ['indexed', 'partly', 'skipped', 'failed', 'pending'];

function countsInWords(files: Readonly<Record<FileState, number>>): string {
  const said = stateOrder
    .filter((state) => files[state] > 0)
    .map((state) => `${figures.format(files[state])} ${state}`);
  return said.length === 0 ? 'no files' : said.join(', ');
}

function named(names: readonly string[]): string {
  const left = names.length - namedAtMost;
  return [...names.slice(0, namedAtMost), ...(left > 0 ? [`and ${figures.format(left)} more`] : [])].join(
    ', ',
  );
}

function counted(count: number, one: string): string {
  return `${figures.format(count)} ${count === 1 ? one : `${one}s`}`;
}

function moment(iso: string): string {
  return moments.format(new Date(iso));
}
