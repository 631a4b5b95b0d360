/** A note's source taken apart before it is read as Markdown. Line numbers stay those of the file. */
export interface NoteSource {
  readonly frontMatter: string;
  /** The body, with as many empty lines before it as the front matter had. */
  readonly body: string;
  /** What readers of the rendered note do not see. */
  readonly comments: readonly string[];
}

const frontMatter = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
/** `[//]: # (text)`: a link definition that is never used, a way to write comments. */
const commentDefinition = /^ {0,3}\[(?:\/\/|comment|#)[^\]\n]*\]:\s*\S+\s+["'(](.*)["')]\s*$/i;
const footnoteDefinition = /^( {0,3})(\[\^[^\]\s]+\]:)/;

/** Splits off front matter and takes out Obsidian's `%%` comments and unused definitions, outside of code. */
export function splitNote(source: string): NoteSource {
  const head = frontMatter.exec(source);
  const headLines = head === null ? 0 : head[0].split('\n').length - 1;
  const comments: string[] = [];
  const lines: string[] = Array.from({ length: headLines }, () => '');
  const body = source.slice(head?.[0].length ?? 0).split('\n');
  const lastMark = body.findLastIndex((line) => line.includes('%%'));
  let inFence: string | null = null;
  let inComment = false;
  for (const [index, line] of body.entries()) {
    const mark = inComment ? undefined : fence.exec(line)?.[1];
    if (inFence !== null) {
      if (mark?.startsWith(inFence)) inFence = null;
      lines.push(line);
    } else if (mark !== undefined) {
      inFence = mark;
      lines.push(line);
    } else {
      const shown = withoutComments(line, inComment, index < lastMark, comments);
      inComment = shown.inComment;
      lines.push(markupOf(shown.text, comments));
    }
  }
  return { frontMatter: head?.[1] ?? '', body: lines.join('\n'), comments };
}

/** A comment ends on its line, or begins one and may end on a later one; any other `%%` is text. */
function withoutComments(
  line: string,
  open: boolean,
  mayClose: boolean,
  comments: string[],
): { text: string; inComment: boolean } {
  let text = '';
  let rest = line;
  if (open) {
    const close = line.indexOf('%%');
    comments.push(close === -1 ? line : line.slice(0, close));
    if (close === -1) return { text: '', inComment: true };
    rest = line.slice(close + 2);
  }
  for (let at = markIn(rest); at !== -1; at = markIn(rest)) {
    const close = rest.indexOf('%%', at + 2);
    const begins = (text + rest.slice(0, at)).trim() === '';
    if (close === -1 && !(begins && mayClose)) break;
    text += rest.slice(0, at);
    comments.push(rest.slice(at + 2, close === -1 ? undefined : close));
    if (close === -1) return { text, inComment: true };
    rest = rest.slice(close + 2);
  }
  return { text: text + rest, inComment: false };
}

/** Where `%%` stands outside of inline code. */
function markIn(text: string): number {
  if (!text.includes('%%')) return -1;
  return text.replace(/(`+)[^`]+\1/g, (code) => '.'.repeat(code.length)).indexOf('%%');
}

/** Footnotes read as paragraphs: left alone they would be taken for link definitions and vanish. */
function markupOf(line: string, comments: string[]): string {
  if (!line.trimStart().startsWith('[')) return line;
  const comment = commentDefinition.exec(line)?.[1];
  if (comment !== undefined) {
    comments.push(comment);
    return '';
  }
  return line.replace(footnoteDefinition, '$1\\$2');
}
