import type { Told } from './material.ts';
import type { Random } from './random.ts';
import {
  amountSpellings,
  dayInWords,
  numberWords,
  otherSpellings,
  replaced,
  tongueOf,
  writtenAmounts,
  writtenDates,
} from './spellings.ts';
import { synonymsOf } from './synonyms.ts';

/** Says the same in another way; null where the sentence gives no occasion. */
type Rule = (told: Told, random: Random) => string | null;

const lower = (text: string): string =>
  /^(?:The|A|An|It|This|There|These|Your|Our|My|His|Her|Their|In|On|From|At|For|With|All|Please|El|La|Los|Las|Se|Si|Der|Die|Das|Wir|Bei)\b/.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Each rule by what it changes. */
export const rules: Readonly<Record<string, Rule>> = {
  amount({ text }, random) {
    const [amount] = writtenAmounts(text).filter(
      ({ end }) => !/^\s?(?:million|billion|k\b)/.test(text.slice(end)),
    );
    if (amount === undefined) return null;
    const now = text.slice(amount.start, amount.end);
    const others = amountSpellings(amount.figure, amount.currency, tongueOf(text)).filter(
      (one) => one !== now,
    );
    return replaced(text, amount, random.pick(others) ?? now);
  },
  date({ text }, random) {
    const tongue = tongueOf(text);
    const [date] = writtenDates(text, tongue);
    const other = date && random.pick(otherSpellings(date, tongue));
    return date === undefined || other === undefined ? null : replaced(text, date, other);
  },
  'year of the mail'({ text, source }) {
    if (!source.isMail || source.date === null) return null;
    const tongue = tongueOf(text);
    const date = writtenDates(text, tongue).find(({ year }) => year === null);
    const written = new Date(source.date);
    // Across a turn of the year a day without a year may mean either.
    if (date === undefined || Math.abs(date.month - 1 - written.getUTCMonth()) > 5) return null;
    return replaced(text, date, dayInWords(date.day, date.month, written.getUTCFullYear(), tongue));
  },
  'number in words'({ text }) {
    const words = numberWords[tongueOf(text)];
    const digit = /(?<![\d.,:/-]|\p{Lu}\s?)\b([2-9]|1[0-2]) (?=\p{Ll}{4,})/u.exec(text);
    const date = digit && writtenDates(text, tongueOf(text)).some(({ start }) => start === digit.index);
    if (digit !== null && date !== true)
      return upper(
        `${text.slice(0, digit.index)}${words[Number(digit[1]) - 2]} ${text.slice(digit.index + digit[0].length)}`,
      );
    const spelled = new RegExp(`(?<!\\p{L}|-)(${words.join('|')}) (?=\\p{L}{4,})`, 'u').exec(text);
    if (spelled === null) return null;
    return text.replace(spelled[0], `${words.indexOf(spelled[1] ?? '') + 2} `);
  },
  clock({ text }) {
    const match = /(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])/.exec(text);
    if (match === null || tongueOf(text) !== 'en') return null;
    const hour = Number(match[1]);
    if (hour > 23 || hour === 0) return null;
    const half = hour < 12 ? 'am' : 'pm';
    return text.replace(match[0], `${((hour + 11) % 12) + 1}:${match[2]} ${half}`);
  },
  contraction({ text }) {
    if (/\b(?:is|are|was|were|do|does|did|could|should|would|has|have) not\b/.test(text))
      return text.replace(/\b(is|are|was|were|do|does|did|could|should|would|has|have) not\b/, "$1n't");
    const long: readonly (readonly [RegExp, string])[] = [
      [/\bcannot\b/, "can't"],
      [/\bcan['’]t\b/, 'cannot'],
      [/\b(is|are|was|were|do|does|did|could|should|would|has|have)n['’]t\b/, '$1 not'],
      [/\b(I|we|you|they)['’]ll\b/i, '$1 will'],
      [/\b(I|we|you|they)['’]ve\b/i, '$1 have'],
      [/\bI['’]m\b/, 'I am'],
    ];
    const found = long.find(([pattern]) => pattern.test(text));
    return found === undefined ? null : text.replace(found[0], found[1]);
  },
  'unit in full'({ text }) {
    const percent = { en: ' percent', de: ' Prozent', es: ' por ciento' }[tongueOf(text)];
    const full: readonly (readonly [RegExp, string])[] = [
      [/(?<=\d)\s?%/, percent],
      [/(?<=\d)\s?cm\b/, tongueOf(text) === 'de' ? ' Zentimeter' : ' centimetres'],
      [/(?<=\d)\s?km\b/, ' kilometres'],
      [/(?<=\d)\s?kg\b/, ' kilograms'],
      [/(?<=\d) square metres\b/, ' m²'],
      [/(?<=\d) minutes\b/, ' min'],
      [/(?<=\d) hours\b/, ' hrs'],
      [/(?<=\d) Prozent\b/, ' %'],
      [
        /\b(a|an) (month|year|week|night|day|hour|afternoon|evening)\b(?=[.,;]| with| and| instead)/,
        'per $2',
      ],
      [/\babout (?=\d)/, 'approximately '],
      [/\bfor example\b/, 'e.g.'],
    ];
    const found = full.find(([pattern]) => pattern.test(text));
    return found === undefined ? null : text.replace(found[0], found[1]);
  },
  'end first'({ text }) {
    if (tongueOf(text) !== 'en' || /[,;:]|\b(?:not|who|which|that) (?:on|from|at)\b/.test(text)) return null;
    const last =
      /^(.{20,}?)\s((?:on|from|until|since|after|before|during|at) (?:\d{1,2} \p{Lu}\p{Ll}+(?: \d{4})?|\d{1,2}:\d{2}|the [\p{L} ]{3,24}|\p{Lu}\p{Ll}+day(?:\p{Ll}+)?))\.$/u.exec(
        text,
      );
    return last === null ? null : `${upper(last[2] ?? '')}, ${lower(last[1] ?? '')}.`;
  },
  'beginning last'({ text }) {
    if (tongueOf(text) !== 'en' || text.split(',').length > 2 || /[;:]/.test(text)) return null;
    const first =
      /^((?:On|From|Until|Since|After|Before|During|At|In|For|With) [^,]{4,40}), ((?:the|a|an|we|it|this|your|our|my|you|they|he|she|I) [^,]+)\.$/u.exec(
        text,
      );
    return first === null
      ? null
      : `${upper(first[2] ?? '')} ${(first[1] ?? '').charAt(0).toLowerCase()}${(first[1] ?? '').slice(1)}.`;
  },
  'name for I'({ text, source }) {
    const [sender] = source.senders;
    const speaker = /^(\p{Lu}\p{Ll}+): I /u.exec(text)?.[1] ?? (source.isMail ? sender : undefined);
    const said = text.replace(/^\p{Lu}\p{Ll}+: /u, '');
    if (speaker === undefined || tongueOf(text) !== 'en') return null;
    const rest =
      /^I (will|can|could|would|had|went|took|met|got|found|made|saw|gave|bought|told|spoke|[a-z]{3,}ed) (.+)$/.exec(
        said,
      );
    if (rest === null || /\b(?:I|me|my|mine|myself|we|us|our|you|your|yours)\b/i.test(rest[2] ?? ''))
      return null;
    return `${speaker} ${rest[1]} ${rest[2]}`;
  },
  'said by'({ text, source }) {
    const [sender] = source.senders;
    const tongue = tongueOf(text);
    if (sender === undefined || !source.isMail || tongue === 'de') return null;
    if (/\b(?:I|we|you|my|our|your|me|us|yo|me|os|nos)\b/i.test(text)) return null;
    return `${tongue === 'es' ? 'Según' : 'According to'} ${sender}, ${lower(text)}`;
  },
  'two in one'({ text, next }) {
    if (next === null || !/[.!]$/.test(next) || text.length + next.length > 230) return null;
    if (
      !/^(?:The|A|An|It|This|There|Your|Our|We|You|They|He|She|El|La|Los|Las|Se|Die|Das|Der|Wir)\s/.test(next)
    )
      return null;
    const joiner = { en: ', and ', de: ', und ', es: ' y ' }[tongueOf(text)];
    return `${text.slice(0, -1)}${joiner}${next.charAt(0).toLowerCase()}${next.slice(1)}`;
  },
  'less said'({ text }) {
    const shorter = text
      .replace(/ \([^()]{3,60}\)/, '')
      .replace(
        /^(.{30,}?), (?:which|who|that is|so that|because|although|as|while|including|even if) [^,]{6,90}\.$/u,
        '$1.',
      );
    return shorter === text ? null : shorter;
  },
  synonym({ text }, random) {
    const found = synonymsOf(tongueOf(text)).filter(([pattern]) => pattern.test(text));
    const chosen = random.pick(found);
    return chosen === undefined ? null : text.replace(chosen[0], chosen[1]);
  },
};
