import type { Answer, Citation } from '#main/contract/ask.ts';
import { placeInWords } from '#main/contract/document-words.ts';

/** What a text of one conversation is made of. */
export interface ToldConversation {
  readonly title: string;
  readonly updatedAt: string;
  readonly importedAt: string | null;
  readonly answers: readonly Answer[];
}

/** Conversations as Markdown: the questions and answers of the branch that is shown, each citation with path, place and quote. */
export function asMarkdown(conversations: readonly ToldConversation[]): string {
  return conversations.map(oneAsMarkdown).join('\n\n---\n\n').concat('\n');
}

function oneAsMarkdown({ title, updatedAt, importedAt, answers }: ToldConversation): string {
  const imported = importedAt === null ? '' : `, imported on ${importedAt.slice(0, 10)}`;
  const head = `# ${plain(title)}\n\n${updatedAt.slice(0, 10)}${imported}`;
  return [head, ...answers.map(turnAsMarkdown)].join('\n\n');
}

function turnAsMarkdown(answer: Answer): string {
  const { question, citations, unsupported, computed } = answer;
  const parts = [`## ${plain(question)}`, paragraphs(answer.answer)];
  const items = computed?.items ?? [];
  if (items.length > 0)
    parts.push(items.map(({ title, path }) => `- ${plain(title)}, ${code(path)}`).join('\n'));
  if (unsupported.length > 0) {
    const said = unsupported.map(({ text }) => `- ${plain(text)}`).join('\n');
    parts.push(`Written by the model, but found in none of the files:\n\n${said}`);
  }
  return [...parts, ...citations.map(citationAsMarkdown)].filter((part) => part !== '').join('\n\n');
}

function citationAsMarkdown({ n, title, path, member, place, quote }: Citation): string {
  const inside = member === null ? '' : ` › ${code(member)}`;
  const where = `**\\[${n}\\] ${plain(title)}** ${code(path)}${inside}, ${plain(placeInWords(place))}`;
  const quoted = quote
    .trim()
    .split('\n')
    .map((line) => `> ${escaped(line)}`.trimEnd());
  return `${where}\n\n${quoted.join('\n')}`;
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => escaped(line))
    .join('  \n');
}

/** On one line. */
function plain(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

/** What a file or a model wrote stays text: no heading, link, picture or markup of its own. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Code that may hold backticks (CommonMark 6.1): fenced by more of them than stand in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
