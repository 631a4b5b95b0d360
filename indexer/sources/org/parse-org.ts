import type { MentionedPerson } from '#main/contract/document.ts';
import { dateInName, isoDate } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import type { Parser } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { unwrapped } from '../text/lines.ts';
import { parserVersions } from '../versions.ts';
import { type OrgLine, readOrg } from './org-lines.ts';

/** A note of Emacs' Org mode: headings, tags, lists and code, placed by line. */
export const orgParser: Parser = {
  id: 'org',
  version: parserVersions.org,
  async *parse(bytes, meta, limits) {
    const note = readOrg(decodeOrRefuse(bytes).split('\n'));
    const text = new DocumentText(limits.textChars);
    addLines(text, note.lines);
    for (const comment of note.comments) text.hide(comment);
    const [first] = note.lines;
    const heading = first?.role === 'heading' ? first.text : '';
    yield* text.events({
      kind: 'note',
      title: tidyTitle(note.keywords.get('title') ?? '') || tidyTitle(heading) || titleOf(meta.name),
      date: dateOf(note.keywords.get('date') ?? '') ?? dateInName(meta.name),
      people: authorOf(note.keywords),
      tags: note.tags,
    });
  },
};

/** Paragraphs that Emacs filled are joined again; every other line stands for itself. */
function addLines(text: DocumentText, lines: readonly OrgLine[]): void {
  for (let at = 0; at < lines.length && !text.truncated; ) {
    const line = lines[at];
    if (line === undefined) return;
    let end = at + 1;
    if (line.role === 'paragraph')
      while (lines[end]?.role === 'paragraph' && lines[end]?.startsBlock === false) end += 1;
    const block = lines.slice(at, end).map(({ text: shown }) => shown);
    const joined = line.role === 'paragraph' ? unwrapped(block, line.line) : [line];
    for (const [index, { text: shown, line: number }] of joined.entries())
      text.add(shown, {
        role: line.role,
        level: line.level,
        place: { line: number },
        tight: index > 0 || !line.startsBlock,
      });
    at = end;
  }
}

/** `<2026-03-05 Thu 09:00>`, `[2026-03-05]` or bare: a time without zone counts as UTC, the same on every computer. */
function dateOf(written: string): string | null {
  const [, day, time = '00:00'] = /(\d{4}-\d{2}-\d{2})(?:[^\d>\]]{0,12}(\d{2}:\d{2}))?/.exec(written) ?? [];
  return day === undefined ? null : isoDate(`${day}T${time}:00Z`);
}

function authorOf(keywords: ReadonlyMap<string, string>): MentionedPerson[] {
  const name = tidyTitle(keywords.get('author') ?? '');
  const address = /[^\s<>@]+@[^\s<>@]+/.exec(keywords.get('email') ?? '')?.[0].toLowerCase() ?? null;
  return name === '' || name.length > 100 ? [] : [{ name, address, role: 'author' }];
}
