import MarkdownIt from 'markdown-it';
import { dateInName } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import type { Parser } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { addLines } from '../text/parse-text.ts';
import { parserVersions } from '../versions.ts';
import { readFrontMatter } from './front-matter.ts';
import { splitLogseq } from './logseq.ts';
import { splitNote } from './note-source.ts';
import { NoteWalk } from './note-walk.ts';

const markdown = new MarkdownIt({ html: true });

/** A Markdown note in any common dialect (CommonMark, GitHub's tables and tasks, Obsidian's links and callouts, Logseq's properties and references). */
export const markdownParser: Parser = {
  id: 'markdown',
  version: parserVersions.markdown,
  async *parse(bytes, meta, limits) {
    const logseq = splitLogseq(decodeOrRefuse(bytes));
    const note = splitNote(logseq.body);
    const head =
      logseq.properties === '' ? readFrontMatter(note.frontMatter, 2) : readFrontMatter(logseq.properties, 1);
    const text = new DocumentText(limits.textChars);
    for (const [index, line] of head.rest.entries())
      text.add(line.text, { role: 'table', place: { line: line.line }, tight: index > 0 });
    for (const comment of note.comments) text.hide(comment);
    const walk = new NoteWalk(text);
    walk.run(markdown.parse(note.body, {}));
    // Nested too deep for any reader of Markdown: its lines are better than nothing.
    if (text.length === 0) addLines(text, note.body, 1);
    yield* text.events({
      kind: 'note',
      title: head.title ?? (tidyTitle(walk.firstHeading ?? '') || titleOf(meta.name)),
      date: head.date ?? dateInName(meta.name),
      people: head.people,
      tags: [...new Set([...head.tags, ...logseq.tags, ...tagsIn(text.toString())])],
    });
  },
};

function tagsIn(text: string): string[] {
  const tags = text.matchAll(/(?<=^|\s)#(?=[^\s#]*\p{L})([\p{L}\p{N}_/-]{1,100})/gmu);
  return [...new Set([...tags].map(([, tag = '']) => tag))].slice(0, 200);
}
