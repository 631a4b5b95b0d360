import { localName, type XmlVisitor } from '../xml/read-xml.ts';

/** A note as the export has it, every value still text. */
export interface ExportedNote {
  title: string;
  created: string;
  updated: string;
  author: string;
  sourceUrl: string;
  content: string;
  readonly tags: string[];
  readonly tasks: { title: string; isDone: boolean }[];
  readonly resources: { name: string; mimeType: string; data: string }[];
}

/** Tags, tasks and attachments of one note that are kept. */
const most = 2_000;

/** Collects the notes of an Evernote export (evernote-export4.dtd) while it is read. */
export class NoteCollector implements XmlVisitor {
  readonly isFull = false;
  #finished: ExportedNote[] = [];
  #note: ExportedNote | null = null;
  #task = { title: '', isDone: false };
  #resource = { name: '', mimeType: '', data: '' };
  readonly #path: string[] = [];
  #parts: string[] = [];

  /** The notes that were finished since the last time. */
  take(): readonly ExportedNote[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  /** What was read of a note whose end is missing. */
  finish(): void {
    if (this.#note !== null) this.#finished.push(this.#note);
    this.#note = null;
  }

  open(fullName: string): void {
    const name = localName(fullName);
    this.#path.push(name);
    this.#parts = [];
    if (name === 'note') this.#note = emptyNote();
    else if (name === 'resource') this.#resource = { name: '', mimeType: '', data: '' };
    else if (name === 'task') this.#task = { title: '', isDone: false };
  }

  text(text: string): void {
    this.#parts.push(text);
    // Content that the export cut off counts as far as it goes.
    if (this.#path.at(-1) === 'content' && this.#note !== null) this.#note.content = this.#parts.join('');
  }

  close(fullName: string): void {
    const name = localName(fullName);
    const text = this.#parts.join('').trim();
    this.#path.pop();
    this.#parts = [];
    const parent = this.#path.at(-1) ?? '';
    if (this.#note === null) return;
    if (name === 'note') this.finish();
    else if (name === 'resource' && this.#note.resources.length < most)
      this.#note.resources.push(this.#resource);
    else if (name === 'task' && this.#note.tasks.length < most) this.#note.tasks.push(this.#task);
    else if (parent === 'note') this.#noteField(this.#note, name, text);
    else if (parent === 'note-attributes') this.#attribute(this.#note, name, text);
    else if (parent === 'task') this.#taskField(name, text);
    else if (parent === 'resource' || parent === 'resource-attributes') this.#resourceField(name, text);
  }

  #noteField(note: ExportedNote, name: string, text: string): void {
    if (name === 'title' || name === 'created' || name === 'updated' || name === 'content') note[name] = text;
    else if (name === 'tag' && note.tags.length < most) note.tags.push(text);
  }

  #attribute(note: ExportedNote, name: string, text: string): void {
    if (name === 'author') note.author = text;
    else if (name === 'source-url') note.sourceUrl = text;
  }

  #taskField(name: string, text: string): void {
    if (name === 'title') this.#task.title = text;
    else if (name === 'taskStatus') this.#task.isDone = text === 'completed';
  }

  #resourceField(name: string, text: string): void {
    if (name === 'data') this.#resource.data = text;
    else if (name === 'mime') this.#resource.mimeType = text;
    else if (name === 'file-name') this.#resource.name = text;
  }
}

function emptyNote(): ExportedNote {
  return {
    title: '',
    created: '',
    updated: '',
    author: '',
    sourceUrl: '',
    content: '',
    tags: [],
    tasks: [],
    resources: [],
  };
}
