import type { DocumentKind } from '#main/contract/document.ts';
import type { Filter, Plan } from '#main/contract/search.ts';
import { foldInPlace } from '../language/words.ts';
import { anotherPerson, carryFilter } from './carried-filter.ts';
import { type Directory, nameParts } from './directory.ts';
import { asksHowMany } from './intent.ts';
import { planQuestion, type Understanding } from './plan-question.ts';
import type { PreviousTurn } from './previous-turn.ts';
import { readWording } from './read-wording.ts';
import type { Opened } from './references.ts';
import { topicWords } from './topic.ts';

/** A noun for what was listed, so that a fragment of a question is one of these again: "from May" is "mails from May". */
const nouns: Readonly<Record<DocumentKind, string>> = {
  mail: 'mails',
  note: 'notes',
  document: 'documents',
  message: 'messages',
  event: 'appointments',
  contact: 'contacts',
};

/**
 * What was counted or listed, asked for again with other or further conditions: "and in March?", "only the PDFs",
 * "how many of them have attachments?".
 */
export function narrowed(
  question: string,
  opened: Opened,
  among: boolean,
  previous: PreviousTurn,
  directory: Directory,
  now: Date,
): Understanding {
  const wording = readWording(opened.text, directory, now);
  const ownKind = wording.kinds.some(({ condition }) => condition) || wording.paper?.plural === true;
  const [kind] = previous.plan.filter.kinds ?? [];
  const noun = ownKind ? '' : kind === undefined ? 'files' : nouns[kind];
  const said = planQuestion(withNoun(opened.text, noun), directory, now);
  const { kinds, ...conditions } = said.plan.filter;
  const later: Filter = ownKind ? said.plan.filter : conditions;
  const names = wording.people;
  const rest = topicWords(said.plan.query).filter(
    ({ folded }) => !names.some((person) => person.names.some((name) => nameParts(name).includes(folded))),
  );
  const mentioned = names.filter(({ relation }) => relation === 'mention');
  const other =
    mentioned.length > 0 && rest.length === 0 && later.from === undefined && later.to === undefined
      ? anotherPerson(mentioned, previous.plan.filter, directory)
      : null;
  const { filter, caveats, you } = carryFilter(
    { question: previous.opening ?? previous.question, plan: previous.plan },
    question,
    { ...later, ...other },
    directory,
  );
  const topic = other === null ? said.plan.query : rest.map(({ text }) => text).join(' ');
  const adds = among || opened.narrows;
  const query = topic === '' ? previous.plan.query : adds ? `${previous.plan.query} ${topic}`.trim() : topic;
  return {
    ...{ caveats, you, howMany: asksHowMany(question), tentative: false },
    plan: { ...shapeOf(question, said.plan, previous.plan), query, filter },
    standalone: [previous.question.replace(/[?.!\s]+$/, ''), opened.text].join(' '),
  };
}

/** A fragment without a question's beginning is a list of what it names; "how many" takes the noun behind it. */
function withNoun(text: string, noun: string): string {
  if (noun === '') return text;
  const folded = foldInPlace(text);
  const lead =
    /^(?:how many|wie viele|cuant[oa]s|combien(?: d[e’'])?|quant[ei]|quant[oa]s|which|welche|quel(?:le)?s|cuales|quali|quais|list|show(?: me)?)(?!\p{L})(?: (?:of (?:them|those|these)|davon|de ell[oa]s|d[’']entre eux|di (?:loro|questi)|deles))?/u.exec(
      folded,
    );
  if (lead === null) return `${noun} ${text}`;
  const word = /^\S+(?: (?:many|viele|me))?/.exec(text)?.[0] ?? '';
  return `${word} ${noun}${text.slice(lead[0].length)}`;
}

/** How the answer is made: as before, unless the fragment asks for another sort of it. */
function shapeOf(question: string, said: Plan, before: Plan): Omit<Plan, 'query' | 'filter'> {
  const { by, measure, order, limit } = said;
  const counts = asksHowMany(question);
  const asksAnew = counts || by !== undefined || measure !== undefined || order !== undefined;
  const base = {
    intent: before.intent,
    ...(before.by === undefined ? {} : { by: before.by }),
    ...(before.measure === undefined ? {} : { measure: before.measure }),
    ...(before.order === undefined ? {} : { order: before.order }),
    ...(before.limit === undefined ? {} : { limit: before.limit }),
  };
  if (!asksAnew) return picksAmong(question) ? { intent: 'list' } : base;
  return {
    intent: counts ? 'count' : said.intent,
    ...(by === undefined ? {} : { by }),
    ...(measure === undefined ? {} : { measure }),
    ...(order === undefined ? {} : { order }),
    ...(limit === undefined ? {} : { limit }),
  };
}

const picks =
  /^[\s¿¡]*(?:(?:and|und|y|et|e) )?(?:which|list|show|name|welche|zeig\p{L}*|liste|cuales|muestra\p{L}*|quel(?:le)?s|lesquel\p{L}*|montre\p{L}*|quali|mostra\p{L}*|quais|mostre)(?!\p{L})/u;

function picksAmong(question: string): boolean {
  return picks.test(foldInPlace(question));
}
