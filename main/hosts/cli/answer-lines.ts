import { amountInWords } from '#main/contract/amount-words.ts';
import type { Answer, Citation, Computed, Sentence } from '#main/contract/ask.ts';
import { looksInFiles } from '#main/contract/ask-words.ts';
import { fileInWords } from '#main/contract/document-words.ts';
import { lasted } from './figures.ts';
import { citedPlace, dayOf } from './places.ts';
import { printable, printableLine, type Terminal } from './terminal.ts';

const mostItems = 10;
const mostGroups = 40;
const mostLabel = 60;

type Styled = Pick<Terminal, 'style' | 'columns'>;

/** An answer for a person: the text with its marks, what was computed, the citations, how long it took. */
export function answerLines(answer: Answer, terminal: Styled): string[] {
  return [
    ...styledLines(answer, terminal),
    ...(answer.computed === null ? [] : computedLines(answer.computed, terminal)),
    ...unsupportedLines(answer.unsupported, terminal),
    ...(answer.citations.length === 0 ? [] : ['']),
    ...answer.citations.flatMap((citation) => citationLines(citation, terminal)),
    ...nearestLines(answer, terminal),
    '',
    terminal.style('dim', timingLine(answer)),
  ];
}

/** Private characters that no printable text needs; they hold the place of a style while lines are broken. */
const [styleStart, styleEnd] = ['\u{f0001}', '\u{f0002}'];

/** The answer's text with the asked-for spans in bold, broken into lines. */
function styledLines(answer: Answer, terminal: Styled): string[] {
  let isOpen = false;
  return wrapped(printable(markAsked(answer)), terminal.columns, '').map((line) =>
    line
      .split(new RegExp(`(?=[${styleStart}${styleEnd}])`, 'u'))
      .map((part) => {
        if (part.startsWith(styleStart)) isOpen = true;
        if (part.startsWith(styleEnd)) isOpen = false;
        const text = part.replace(styleStart, '').replace(styleEnd, '');
        return isOpen && text !== '' ? terminal.style('bold', text) : text;
      })
      .join(''),
  );
}

function markAsked({ answer, sentences }: Answer): string {
  let marked = '';
  let at = 0;
  for (const { text, asked } of sentences) {
    const start = answer.indexOf(text, at);
    if (start === -1 || asked === undefined) continue;
    const [from, to] = [start + asked.start, start + asked.end];
    marked += `${answer.slice(at, from)}${styleStart}${answer.slice(from, to)}${styleEnd}`;
    at = to;
  }
  return marked + answer.slice(at);
}

function computedLines(computed: Computed, terminal: Styled): string[] {
  const { count, filter, items, groups = [], unit = '' } = computed;
  // Of attachments and people it is not documents that are more.
  const all = computed.counted === undefined && computed.amount === undefined ? count : items.length;
  const shown = groups.length > 0 ? 0 : Math.min(items.length, mostItems);
  const left = shown > 0 && all > shown ? [`    … and ${all - shown} more`] : [];
  return [
    '',
    `${terminal.style('bold', figureLine(computed))} ${terminal.style('dim', printableLine(filter))}`,
    ...groupLines(groups, unit, terminal),
    ...items
      .slice(0, shown)
      .map(({ title, date, path }) =>
        printableLine(`    ${dayOf(date) || '          '}  ${title}  (${lastPart(path)})`),
      ),
    ...left,
  ];
}

function figureLine({ amount, unit = '', count, counted }: Computed): string {
  if (amount !== undefined) return `Computed: ${amountInWords(amount, unit)}`;
  return `Counted: ${count}${counted === undefined ? '' : ` ${counted}`}`;
}

/** A table: labels at the left, figures in one column at the right. */
function groupLines(groups: NonNullable<Computed['groups']>, unit: string, terminal: Styled): string[] {
  const rows = groups.slice(0, mostGroups).map(({ label, count, amount }) => ({
    label: printableLine(label).slice(0, mostLabel),
    figure: amount === undefined ? String(count) : amountInWords(amount, unit),
  }));
  const width = Math.max(0, ...rows.map(({ label }) => label.length));
  const figures = Math.max(0, ...rows.map(({ figure }) => figure.length));
  const left = groups.length - rows.length;
  return [
    ...rows.map(({ label, figure }) => `    ${label.padEnd(width)}  ${figure.padStart(figures)}`),
    ...(left > 0 ? [terminal.style('dim', `    … and ${left} more`)] : []),
  ];
}

function unsupportedLines(sentences: readonly Sentence[], terminal: Styled): string[] {
  if (sentences.length === 0) return [];
  return [
    '',
    terminal.style('yellow', 'The model also wrote this. No sentence was found in your files that says it:'),
    ...sentences.flatMap(({ text }) => wrapped(printable(text), terminal.columns, '    ')),
  ];
}

function citationLines(citation: Citation, terminal: Styled): string[] {
  const { n, title, quote, kind, date, also = [] } = citation;
  const about = [kind, dayOf(date)].filter((part) => part !== '').join(', ');
  return [
    `${terminal.style('cyan', `[${n}]`)} ${terminal.style('bold', printableLine(title))} ${terminal.style('dim', about)}`,
    `    ${whereOf(citation)}`,
    ...wrapped(`“${printable(quote).replace(/\s+/g, ' ').trim()}”`, terminal.columns, '    '),
    ...also.map((place) => `    ${terminal.style('dim', printableLine(`also in ${fileInWords(place)}`))}`),
  ];
}

/** Where nothing answers: what a person may look at instead. */
function nearestLines({ nearest = [] }: Answer, terminal: Styled): string[] {
  if (nearest.length === 0) return [];
  return [
    '',
    'Nearest in your files:',
    ...nearest.map((citation) => {
      const where = `${dayOf(citation.date)} ${whereOf(citation)}`;
      return `    ${printableLine(citation.title)} ${terminal.style('dim', where)}`;
    }),
  ];
}

function whereOf({ path, member, place }: Citation): string {
  const file = member === null ? path : `${path} › ${member}`;
  return printableLine(`${file}, ${citedPlace(place)}`);
}

function timingLine({ plan, model, timings, coverage }: Answer): string {
  const { retrieveMs, firstTokenMs, totalMs, newTokens } = timings;
  const searched = `${coverage.documents} documents searched in ${lasted(retrieveMs)}`;
  const parts = looksInFiles(plan.intent) ? [searched] : [];
  if (model !== null && firstTokenMs !== null) {
    // A model that was stopped told no number.
    const written = newTokens > 0 ? `, ${newTokens} tokens` : '';
    parts.push(`${model}: first word after ${lasted(firstTokenMs)}${written}`);
  }
  parts.push(`${lasted(totalMs)} in all`);
  return parts.join(' · ');
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Breaks text at spaces so that no line passes `columns`, words longer than that aside. */
function wrapped(text: string, columns: number, indent: string): string[] {
  const width = Math.min(columns, 100) - indent.length;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, indent + line];
  });
}
