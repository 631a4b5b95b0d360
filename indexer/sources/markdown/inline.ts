import type { Token } from 'markdown-it';
import { readHtml } from '../html/read-html.ts';

/** Text of a line of Markdown as it is read, line ends kept; what inline HTML hides goes to `hidden`. */
export function inlineText(token: Token, hidden: string[]): string {
  const children = token.children ?? [];
  const hasHtml = children.some(({ type }) => type === 'html_inline');
  const text = hasHtml ? throughHtml(children, hidden) : children.map(plainOf).join('');
  return withoutWikiMarks(text);
}

/** Stand in for marks that mean nothing inside code; private use, which no text keeps. */
const codeBrackets = '\ue000';
const codeEquals = '\ue001';

function plainOf(token: Token): string {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'image':
      return (token.children ?? []).map(plainOf).join('') || token.content;
    case 'code_inline':
      return token.content.replaceAll('[[', codeBrackets).replaceAll('==', codeEquals);
    case 'text':
    case 'text_special':
      return token.content;
    default:
      return '';
  }
}

function throughHtml(children: readonly Token[], hidden: string[]): string {
  const html = children.map((child) =>
    child.type === 'html_inline' ? child.content : escapeHtml(plainOf(child)).replace(/\n/g, '<br>'),
  );
  const page = readHtml(html.join(''), { withLines: false });
  hidden.push(...page.hidden);
  return page.blocks.map(({ text }) => text).join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const wikiLink = /!?\[\[([^[\]|#\n]*)((?:#[^[\]|\n]*)?)(?:\\?\|([^[\]\n]*))?\]\]/g;

/** Links, embeds, highlights and block marks of Obsidian and Logseq as they are shown. */
function withoutWikiMarks(text: string): string {
  return text
    .replace(wikiLink, (_whole, target: string, heading: string, alias: string | undefined) => {
      // The alias of an embedded picture is its size.
      if (alias !== undefined && alias.trim() !== '' && !/^\d+(?:x\d+)?$/.test(alias)) return alias.trim();
      const part = heading.replace(/^#\^?/, '').replace(/#\^?/g, ' > ');
      return [target.replace(/\\$/, ''), part].filter(Boolean).join(' > ');
    })
    .replace(/==(?=\S)([^=\n]{1,500})==/g, '$1')
    .replace(/\^\^(?=\S)([^^\n]{1,500})\^\^/g, '$1')
    .replace(/(?:^|[ \t])\^[\w-]+$/gm, '')
    .replaceAll(codeBrackets, '[[')
    .replaceAll(codeEquals, '==');
}
