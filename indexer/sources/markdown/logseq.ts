/** A note of Logseq's, or any other, with its properties apart. Line numbers stay those of the file. */
export interface LogseqNote {
  /** The page's properties as YAML; empty where the note begins with none. */
  readonly properties: string;
  readonly body: string;
  /** Tags of several words, which only Logseq writes: `#[[home improvement]]`. */
  readonly tags: readonly string[];
}

const property = /^([\p{L}][\p{L}\p{N}_./-]{0,60})::[ \t]*(.*)$/u;
/** What the program notes for itself, in a block or on a page. */
const setting =
  /^[ \t]*(?:-[ \t]+)?(?:id|collapsed|heading|background-color|icon|public|exclude-from-graph-view|hl-[\w-]+|ls-type|logseq\.[\w.-]+)::.*$/;
const blockId = /^[ \t]*id::[ \t]*([\da-f]{8}-[\da-f-]{27})[ \t]*$/;
const blockReference = /\(\(([\da-f]{8}-[\da-f-]{27})\)\)/g;
/** Shows a block or page again, whose text stands elsewhere. */
const embed = /\{\{embed [^{}\n]{1,200}\}\}/g;
const longTag = /(?<=^|\s)#\[\[([^[\]\n]{1,100})\]\]/gm;
/** Against references to references: what a block says is put in once, not what its own references say. */
const longestReferred = 300;

/** Takes apart what Logseq writes among the lines of a note (docs.logseq.com: properties, block references, logbooks). */
export function splitLogseq(source: string): LogseqNote {
  if (!/::|\(\(|#\[\[|:LOGBOOK:/.test(source)) return { properties: '', body: source, tags: [] };
  const lines = source.split('\n');
  const properties: string[] = [];
  for (const line of lines) {
    const [, key, value = ''] = property.exec(line) ?? [];
    if (key === undefined) break;
    properties.push(`${key}: ${yamlOf(key, value)}`);
  }
  const texts = textsOfBlocks(lines);
  let inLogbook = false;
  const body = lines.map((line, index) => {
    if (/^[ \t]*:LOGBOOK:[ \t]*$/.test(line)) inLogbook = true;
    const isShown = !inLogbook && index >= properties.length && !setting.test(line);
    if (/^[ \t]*:END:[ \t]*$/.test(line)) inLogbook = false;
    return isShown
      ? line.replace(embed, '').replace(blockReference, (_all, id: string) => texts.get(id) ?? '')
      : '';
  });
  const tags = [...source.matchAll(longTag)].map(([, tag = '']) => tag);
  return { properties: properties.map((line) => `${line}\n`).join(''), body: body.join('\n'), tags };
}

/** A property's value: `tags:: garden, [[home improvement]]` is a list. */
function yamlOf(key: string, value: string): string {
  const plain = (text: string) => text.replace(/#?\[\[([^[\]]*)\]\]/g, '$1').trim();
  if (/^tags?$/i.test(key)) return JSON.stringify(value.split(',').map(plain));
  // What means nothing in YAML stays as it is: it is shown.
  const text = plain(value);
  return /^[\p{L}\p{N}][\p{L}\p{N} .,_/-]*$/u.test(text) ? text : JSON.stringify(text);
}

/** What the blocks that have an id say, for references to them in the same note. */
function textsOfBlocks(lines: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let block = '';
  for (const line of lines) {
    const text = /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1];
    if (text !== undefined) block = text.replace(blockReference, '').slice(0, longestReferred);
    const id = blockId.exec(line)?.[1];
    if (id !== undefined) texts.set(id, block);
  }
  return texts;
}
