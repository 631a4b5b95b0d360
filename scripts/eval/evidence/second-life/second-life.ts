import {
  type Mail,
  mail,
  type Note,
  type Paper,
  type Person,
  type Thread,
} from '#scripts/sample-library/write/material.ts';
import { type Random, seeded } from '../../verification/random.ts';
import type { TrainingQuestion } from '../training-question.ts';
import { planKinds } from './english-plans.ts';
import { thingKinds } from './english-things.ts';
import type { Attribute, Kind } from './kinds.ts';
import { otherKinds } from './other-languages.ts';

/** A made-up life: other people, things and kinds of texts than the sample library's, and questions over it. */
export interface SecondLife {
  readonly threads: readonly Thread[];
  readonly notes: readonly Note[];
  readonly papers: readonly Paper[];
  readonly questions: readonly TrainingQuestion[];
}

/** One thing that is written down of a subject. */
interface Fact {
  readonly attribute: Attribute;
  readonly value: string;
}

interface Subject {
  readonly kind: Kind;
  readonly name: string;
  readonly written: readonly Fact[];
  readonly missing: readonly Attribute[];
}

const person = (name: string): Person => ({
  name,
  address: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@lindenweg.example`,
});
const owner = person('Mara Lindt');
const friends = [
  'Tobias Renner',
  'Nadia Fowler',
  'Samuel Achebe',
  'Odile Marchand',
  'Yasmin Farouk',
  'Bruno Castell',
].map(person);
/** Known to no text. */
const strangers = ['Ingrid Voss', 'Malcolm Tate', 'Rosa Benítez'];

/** What mails say around the facts: it names the subject and answers nothing. */
const chatter: Readonly<Record<Kind['language'], readonly string[]>> = {
  en: [
    'I was thinking about {S} again last night.',
    'Do you know yet what happens with {S}?',
    'Nobody has told me how much {S} is or when it will be.',
    'The children keep asking about {S}.',
    'Let us talk about {S} over coffee.',
    'It rained all day here, the cellar smells of wet dog.',
  ],
  de: [
    'Über {S} reden wir am besten beim Kaffee.',
    'Weisst du schon, wann und wo das mit {S} etwas wird?',
    'Hier regnet es seit Tagen.',
  ],
  es: ['Ya hablaremos de {S} con calma.', '¿Sabes algo más de {S}?', 'Por aquí no para de llover.'],
  fr: [
    'On reparlera de {S} dimanche.',
    'Tu sais quelque chose de plus sur {S} ?',
    "Ici il n'arrête pas de pleuvoir.",
  ],
};

const writtenShare = 0.68;

/** The same life and questions for the same seed. */
export function makeSecondLife(seed: number): SecondLife {
  const random = seeded(seed);
  const subjects = [...thingKinds, ...planKinds, ...otherKinds].flatMap((kind) =>
    kind.subjects.map((name): Subject => {
      const isWritten = kind.attributes.map(() => random.next() < writtenShare);
      return {
        kind,
        name,
        written: kind.attributes
          .filter((_, index) => isWritten[index])
          .map((attribute) => ({ attribute, value: attribute.value(random) })),
        missing: kind.attributes.filter((_, index) => !isWritten[index]),
      };
    }),
  );
  const places = subjects.map((subject, index) => writtenAbout(subject, index, random));
  return {
    threads: places.flatMap(({ threads }) => threads),
    notes: places.flatMap(({ notes }) => notes),
    papers: [pricesOf(subjects)],
    questions: subjects.flatMap((subject) => questionsAbout(subject, random)),
  };
}

function fill(template: string, name: string, value = ''): string {
  const filled = template.replaceAll('{S}', name).replaceAll('{V}', value);
  return filled.replace(/^[¿]?\p{Ll}/u, (first) => first.toUpperCase());
}

const bare = (name: string): string => name.replace(/^(?:the|die|la) /, '');

/** Facts of one subject: some in mails, the rest in a note of its own. */
function writtenAbout(
  subject: Subject,
  index: number,
  random: Random,
): Pick<SecondLife, 'threads' | 'notes'> {
  const { kind, name, written } = subject;
  const inMails = written.filter(() => random.next() < 0.45);
  const others = written.filter((fact) => !inMails.includes(fact));
  const inChat = others.filter(() => random.next() < 0.5);
  const noted = others.filter((fact) => !inChat.includes(fact));
  const title = bare(name).replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  const mails = inMails.map(({ attribute, value }, at): Mail => {
    const chat = random
      .shuffle(chatter[kind.language])
      .slice(0, 2)
      .map((line) => fill(line, name));
    const told = fill(random.pick(attribute.told) ?? '', name, value);
    const lines = random.shuffle([...chat, told]);
    const friend = random.pick(friends) ?? owner;
    const [from, to] = random.next() < 0.6 ? [friend, owner] : [owner, friend];
    const month = String(1 + ((index + at) % 9)).padStart(2, '0');
    return mail(
      `2024-${month}-${String(3 + at * 3).padStart(2, '0')} 09:${10 + at}`,
      from,
      to,
      lines.join(' '),
    );
  });
  const lines = noted.map(({ attribute, value }) => `- ${fill(attribute.noted, name, value)}`);
  const note: Note = {
    path: `Notes/${title}.md`,
    at: '2024-06-01 10:00',
    text: `# ${title}\n\n${lines.join('\n')}`,
  };
  return {
    threads: mails.length === 0 ? [] : [{ id: `second-${index}`, subject: title, mails }],
    notes: [
      ...(noted.length === 0 ? [] : [note]),
      ...(inChat.length === 0 ? [] : [chatOf(subject, inChat, index, random)]),
    ],
  };
}

/** A talk written down, whose title says nothing: one asks after the subject, the other tells and does not name it. */
function chatOf({ kind, name }: Subject, facts: readonly Fact[], index: number, random: Random): Note {
  const [first = 'Nadia', second = 'Mara'] = random.shuffle(['Nadia', 'Mara', 'Tobias']);
  const lines = facts.flatMap(({ attribute, value }) => {
    const [before = '', after = ''] = random.shuffle(chatter[kind.language]).map((line) => fill(line, name));
    return [`${first}: ${before}`, `${second}: ${fill(attribute.noted, name, value)}.`, `${first}: ${after}`];
  });
  const day = `2024-${String(1 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  return { path: `Notes/Talks/${day} talk ${index}.md`, at: `${day} 10:00`, text: lines.join('\n\n') };
}

/** A paper with a table that names every English subject and tells of none what is asked. */
function pricesOf(subjects: readonly Subject[]): Paper {
  const rows = subjects
    .filter(({ kind }) => kind.language === 'en')
    .map(
      ({ name }, index) =>
        `| ${bare(name)} | folder ${index + 3} | ${index % 2 === 0 ? 'checked' : 'open'} |`,
    );
  return {
    path: 'Documents/Where the papers are.pdf',
    at: '2024-05-05 10:00',
    title: 'Where the papers are',
    author: owner.name,
    text: `# Folders\n\n| What | Folder | State |\n${rows.join('\n')}`,
  };
}

const asks = {
  en: ['What did {P} say about {S}?', 'How much did {P} pay for {S}?'],
  de: ['Was hat {P} über {S} geschrieben?'],
  es: ['¿Qué dijo {P} de {S}?'],
  fr: ["Qu'est-ce que {P} a dit de {S} ?"],
} as const;

function questionsAbout({ kind, name, written, missing }: Subject, random: Random): TrainingQuestion[] {
  const ask = (templates: readonly string[], of: string): string => fill(random.pick(templates) ?? '', of);
  const none = (question: string): TrainingQuestion => ({ question, expected: null });
  const stranger = random.pick(kind.strangers) ?? '';
  const some = random.pick(kind.attributes);
  const person = random.pick(strangers) ?? '';
  return [
    ...written.map(({ attribute, value }) => ({ question: ask(attribute.asked, name), expected: [value] })),
    ...missing.map((attribute) => none(ask(attribute.asked, name))),
    ...(some === undefined ? [] : [none(ask(some.asked, stranger))]),
    none(ask(kind.unwritten, name)),
    none(ask(asks[kind.language], name).replace('{P}', person)),
  ];
}
